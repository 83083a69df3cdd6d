/** Every sentence of domain.md 11.1 by code. Words in braces are filled in from the arguments of a violation. */
export const SENTENCES = {
  'BBL-GRD-01': '{Column} is set by the billing commands only.',
  'BBL-GRD-02': '{Table} rows are written by the billing commands only.',
  'BBL-GRD-03': '{Column} cannot be changed after the row was created.',
  'BBL-GRD-04': 'This row is missing or not visible to you.',
  'BBL-GRD-05': 'You may not do this with this row. Ask your administrator.',
  'BBL-GRD-06': 'Someone changed this row since you opened it. Refresh and try again.',
  'BBL-GRD-07': 'The request is not valid: {reason}.',
  'BBL-GRD-08': 'At most 500 rows a call.',
  'BBL-GRD-09': '{Column} has more decimals than {currency} allows.',
  'BBL-GRD-10': 'Rows of this table cannot be deactivated.',
  'BBL-GRD-11': '{Column} must be {condition}.',
  'BBL-GRD-12': 'This row is used by {what} and cannot be deleted.',
  'BBL-GRD-13': 'Only Ready to invoice and Not ready to invoice can be set.',
  'BBL-CON-01': 'A contract needs a customer.',
  'BBL-CON-02': 'The currency cannot be changed once the contract has amounts.',
  'BBL-CON-03': 'A contract cannot go from {from} to {to}.',
  'BBL-CON-04': 'The contract is {status} and cannot be billed or changed.',
  'BBL-CON-05': 'The contract is on hold. Release it before invoicing.',
  'BBL-CON-06': 'The line has {what} and cannot be deleted.',
  'BBL-CON-07': 'The contract has {what} and cannot be deleted.',
  'BBL-CON-08': 'The contract still has {n} drafts or rows ready to invoice.',
  'BBL-CON-09': '{Column} cannot be changed: the line has {what}.',
  'BBL-CON-10': 'Choose a billing method for this line.',
  'BBL-CON-11': 'Confirm the contract before invoicing.',
  'BBL-CON-12': 'This concerns {n} rows below; at most {max} go at once. {advice}',
  'BBL-SPL-01': 'The percentages of {level} total {sum}. They must total 100.',
  'BBL-SPL-02': '{Level} needs exactly one rounding customer, with more than 0 %.',
  'BBL-SPL-03': '{Account} is already a customer here.',
  'BBL-SPL-04': 'The account cannot be changed. Add another customer instead.',
  'BBL-SPL-05': "The primary customer cannot be deleted. Change the contract's customer first.",
  'BBL-SPL-06': 'This customer has billing rows. Set the percentage to 0 instead.',
  'BBL-SPL-07': 'Enter 0 to 100 with at most four decimals.',
  'BBL-SPL-08': "This customer does not belong to the line's contract.",
  'BBL-SPL-09': 'Product lines are billed to the primary customer only.',
  'BBL-MST-01': 'Milestones belong to fixed price lines only.',
  'BBL-MST-02': '{Name} is on draft {invoice}. Remove it there first.',
  'BBL-MST-03':
    '{Name} was invoiced on {invoice}. Revise that invoice instead. Until it can be revised here, bill the difference with a new milestone.',
  'BBL-MST-04': '{Column} cannot be changed: the milestone is already in billing.',
  'BBL-MST-05': 'The milestone has billing activity and cannot be deleted.',
  'BBL-MST-06': 'A milestone without an amount cannot carry tax.',
  'BBL-PRG-01': 'Enter next invoice % or next invoice amount first.',
  'BBL-PRG-02': 'Only {remaining} is left to invoice.',
  'BBL-PRG-03': 'The next invoice amount must be above 0.',
  'BBL-PRG-04': 'The next invoice is {status}. Invoice it or set it back first.',
  'BBL-PRG-05': 'Part of the next invoice is on an invoice already.',
  'BBL-PRG-06': 'Nothing is left to put on a next invoice.',
  'BBL-PRG-07': 'Only progress-based milestones have a next invoice.',
  'BBL-SCH-01': 'Fill in {missing} first.',
  'BBL-SCH-02': 'Billing start lies after the requested delivery date.',
  'BBL-SCH-03': 'The frequency gives no date between {start} and {end}.',
  'BBL-SCH-04': 'The frequency needs {n} run details and has {m}.',
  'BBL-SCH-05': 'There is a schedule already. Replace the open part or delete it.',
  'BBL-SCH-06': 'What is already in billing exceeds the total by {difference}.',
  'BBL-SCH-07': 'This schedule does not fit a {kind} line.',
  'BBL-SCH-08': '{Amount} is left and cannot be placed. Check end and amounts.',
  'BBL-SCH-09': 'More than 500 dates. Check dates and frequency.',
  'BBL-SCH-10': "This detail does not fit the frequency's period.",
  'BBL-SCH-11': 'Mode must be preview, create or replaceopen.',
  'BBL-SCH-12': 'One row per run date, with a cut-off not after it.',
  'BBL-SCH-13': 'This run is done and cannot be changed.',
  'BBL-SCH-14': 'More than 2,000 splits. Use fewer dates or customers.',
  'BBL-ACT-01': 'No contract line covers {class} of {project}.',
  'BBL-ACT-02': 'Several lines cover {class} of {project}. Choose one.',
  'BBL-ACT-03': 'The quantity must be above 0.',
  'BBL-ACT-04': 'The entry is {status}; this is not possible.',
  'BBL-ACT-05': 'Part of this entry is billed. Revise the invoice instead.',
  'BBL-ACT-06': 'Actuals are written by the server. Approve or recall an entry.',
  'BBL-ACT-07': 'Only unbilled sales can be marked.',
  'BBL-ACT-08': 'This actual was adjusted or reverses another.',
  'BBL-ACT-09': 'A correction of this actual is in process.',
  'BBL-ACT-10': 'This actual is on draft {invoice}. Remove it there first.',
  'BBL-ACT-11': 'This actual is {status}.',
  'BBL-ACT-12': 'This actual has no contract line customer.',
  'BBL-ACT-13': 'Retainers are marked in their own list.',
  'BBL-ACT-14': 'The contract is {status}; entries cannot be approved.',
  'BBL-NTE-01': 'Over the limit. {detail} Reset other rows or raise the limit, then re-evaluate.',
  'BBL-NTE-02': 'The limit was not evaluated. Re-evaluate first.',
  'BBL-NTE-03': 'This invoice exceeds a limit. {detail}',
  'BBL-NTE-04': 'Approval would exceed a limit. {detail}',
  'BBL-NTE-05': 'Left alone: the row is not chargeable or already on an invoice.',
  'BBL-NTE-06': '{Row} is {status} against its limit. Re-evaluate or remove it.',
  'BBL-NTE-07': 'A limit must be 0 or more.',
  'BBL-PRD-01': "Billing status can't be updated on a contract line that isn't product-based.",
  'BBL-PRD-02': 'This product is on draft {invoice}. Remove it there first.',
  'BBL-PRD-03': 'This product was invoiced on {invoice}.',
  'BBL-PRD-04': 'Set the product to Not ready before changing it.',
  'BBL-PRD-05': 'A product needs a name, a quantity above 0 and a price.',
  'BBL-PRD-06': 'Product lines cannot be revised.',
  'BBL-RET-01': 'The retainer amount must be above 0.',
  'BBL-RET-02': 'The retainer is {status} and cannot be changed.',
  'BBL-RET-03': 'At most {amount} can be applied here, and it can only be lowered.',
  'BBL-RET-04': 'Nothing of this retainer is available to refund.',
  'BBL-RET-05': 'The retainer is reserved on draft {invoice}.',
  'BBL-RET-06': 'The refund is on {invoice}. Remove it there first.',
  'BBL-RET-07': 'Give an end date or a number of retainers.',
  'BBL-RET-08': 'Only a retainer that is Not ready can be deleted.',
  'BBL-RET-09': 'Part of this retainer is used, reserved or refunded.',
  'BBL-RET-10': 'This customer does not belong to the contract.',
  'BBL-RET-11': 'A retainer for this customer and date exists.',
  'BBL-INV-01': 'Nothing is ready to invoice for {contract} up to {date}. {draft}',
  'BBL-INV-02': '{Row} is already on invoice {invoice}.',
  'BBL-INV-03': 'The invoice is {status} and cannot be changed.',
  'BBL-INV-04': '{Row} is dated after {date}. Choose a later invoice date, or leave it for a later invoice.',
  'BBL-INV-05': '{Row} is {status}, not Ready to invoice. Mark what is open as ready first.',
  'BBL-INV-06': 'Nothing on this invoice is chargeable.',
  'BBL-INV-07': 'The invoice is empty.',
  'BBL-INV-08': 'The total would be below 0.',
  'BBL-INV-09': 'At most 250 invoices at once.',
  'BBL-INV-10': '{Row} no longer belongs to this invoice. Remove it and refresh.',
  'BBL-INV-11': 'Only confirmed or paid invoices can be used here.',
  'BBL-INV-12': '{Row} was already revised on {invoice}.',
  'BBL-INV-13': 'This correction changes nothing.',
  'BBL-INV-14': '{Column} cannot be changed on this kind of detail.',
  'BBL-INV-15':
    'A confirmed invoice cannot be deleted. Revise it. Until it can be revised here, bill the difference with a new milestone.',
  'BBL-INV-16': 'Someone else is billing this contract. Try again in a moment.',
  'BBL-INV-17': 'Create invoices from the contract or the backlog.',
  'BBL-INV-18': 'Only Draft and In review can be set.',
  'BBL-INV-19': 'The line does not include {class}.',
  'BBL-INV-20': 'A draft holds at most 1,000 details.',
} as const;

export type MessageCode = keyof typeof SENTENCES;

type Braces<S extends string> = S extends `${string}{${infer Word}}${infer Rest}` ? Word | Braces<Rest> : never;

/** The words that the sentence of a code leaves open, first letter small: `{Column}` is `column`. */
export type SentenceArgs<C extends MessageCode> = {
  readonly [Word in Braces<(typeof SENTENCES)[C]> as Uncapitalize<Word>]: string;
};

/** Texts of another language. What is missing is said in English. */
export interface LocaleTexts {
  readonly sentences?: { readonly [code in MessageCode]?: string };
  /** Our own words that occur as arguments (statuses, columns), by their English form. */
  readonly words?: { readonly [english: string]: string };
}

/** A code with its words: a `Violation`, or what a server's answer still holds of it. */
export interface Worded {
  readonly code: MessageCode;
  readonly args: Readonly<Record<string, string>>;
}

/** `BBL-MST-02: Design is on draft INV-1001. Remove it there first.` A word without argument is left out. */
export function sentenceOf({ code, args }: Worded, texts: LocaleTexts = {}): string {
  const sentence = texts.sentences?.[code] ?? SENTENCES[code];
  const filled = sentence.replace(/\{(\w+)\}/g, (_, word: string) => {
    const argument = args[word.charAt(0).toLowerCase() + word.slice(1)] ?? '';
    return texts.words?.[argument] ?? argument;
  });
  return `${code}: ${filled.replace(/ {2,}/g, ' ').trimEnd()}`;
}
