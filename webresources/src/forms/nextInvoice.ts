import {
  allottedMinor,
  amountForCompletion,
  BILLING_STATUS_WORDS,
  type ExistingSplit,
  formatAmount,
  formatPercent,
  type MinorUnits,
  type NextInvoicePatch,
  openRemainderMinor,
  parseAmount,
  parseAnyPercent,
  parsePercent,
  percentOf,
  requestNextInvoice,
  sentenceOf,
  type SourceStatus,
  sum,
} from '@bbl/domain';
import { Milestone } from '@bbl/dataverse/generated/tables';
import type { MarkableMilestone } from '../client/milestoneFacts';
import { COMPLETION_PAGE, type CompletionRequest, type CompletionShown, type CompletionTone } from '../pages/shown';
import { fill, TEXTS } from '../texts';
import { amountWords, percentWords } from '../ui/figures';
import { linkPage } from '../ui/tabChannel';
import { type FormContext, onChange, showNoticeOf, valueOf } from './form';

const NOTICE = 'bbl_next';

type NumberAttribute = Xrm.Attributes.NumberAttribute;

/**
 * The next invoice of a progress-based milestone on its form: of percentage and amount the one follows the other, and
 * "the work is … % complete" writes the amount. The server decides again. domain.md 3.4-3, 3.4-4.
 * @returns what to call with the facts as they are now
 */
export function offerNextInvoice(form: FormContext): (facts: MarkableMilestone) => void {
  let facts: MarkableMilestone | undefined;
  const page = linkPage<CompletionShown, CompletionRequest>(COMPLETION_PAGE, ({ completion }) => {
    if (facts) page.show(completionShown(facts, enter(form, facts, completion)));
  });
  onChange(form, Milestone.NextInvoicePercent, () => facts && followPercent(form, facts));
  onChange(form, Milestone.NextInvoiceAmount, () => facts && followAmount(form, facts));
  return (next) => {
    facts = next;
    showNoticeOf(form, NOTICE, 'WARNING', null);
    page.show(completionShown(next, null));
  };
}

const attributeOf = (form: FormContext, column: string): NumberAttribute | null =>
  form.getAttribute<NumberAttribute>(column);

function followPercent(form: FormContext, facts: MarkableMilestone): void {
  const value = valueOf(form, Milestone.NextInvoicePercent) as number | null;
  const share = value === null ? null : parseAnyPercent(String(value), 'nextInvoicePercent');
  if (share && !share.ok) return;
  follow(form, facts, { percent: share?.value ?? null }, Milestone.NextInvoicePercent);
}

function followAmount(form: FormContext, facts: MarkableMilestone): void {
  const value = valueOf(form, Milestone.NextInvoiceAmount) as number | null;
  const amount = value === null ? null : parseAmount(String(value), facts.currency, 'nextInvoiceAmount');
  if (amount && !amount.ok) return;
  follow(form, facts, { amountMinor: amount?.value ?? null }, Milestone.NextInvoiceAmount);
}

/** Sets the column that was not typed, and says what stands against the request. */
function follow(form: FormContext, facts: MarkableMilestone, patch: NextInvoicePatch, typed: string): string | null {
  const { milestone, contractStatus, currency } = facts;
  const request = requestNextInvoice({ ...milestone, contractStatus, currency }, patch);
  const percent = attributeOf(form, Milestone.NextInvoicePercent);
  const amount = attributeOf(form, Milestone.NextInvoiceAmount);
  if (request.ok) {
    if (typed !== Milestone.NextInvoicePercent) percent?.setValue(asNumber(request.value.percent, formatPercent));
    if (typed !== Milestone.NextInvoiceAmount)
      amount?.setValue(
        asNumber(request.value.amountMinor, (minor: MinorUnits) => formatAmount(minor, currency.decimals)),
      );
  }
  // Only what was typed is sent: the server keeps a typed percentage to the last decimal.
  percent?.setSubmitMode(typed === Milestone.NextInvoicePercent ? 'dirty' : 'never');
  amount?.setSubmitMode(typed === Milestone.NextInvoiceAmount ? 'dirty' : 'never');
  const refusal = request.ok ? null : request.error.map((each) => sentenceOf(each)).join(' ');
  showNoticeOf(form, NOTICE, 'WARNING', refusal);
  return refusal;
}

const asNumber = <T>(value: T | null, textOf: (value: T) => string): number | null =>
  value === null ? null : Number(textOf(value));

/** "The work is c % complete": the amount that is missing to c % becomes the next invoice. */
function enter(form: FormContext, facts: MarkableMilestone, typed: string): CompletionShown['answer'] {
  const completion = parsePercent(typed.trim().replace(',', '.'));
  if (!completion.ok) return { isRefused: true, text: TEXTS.CompletionNotANumber };
  const { milestone, currency } = facts;
  const amountMinor = amountForCompletion(milestone, completion.value);
  if (amountMinor <= 0) return { isRefused: true, text: alreadyThere(milestone) };
  attributeOf(form, Milestone.NextInvoiceAmount)?.setValue(Number(formatAmount(amountMinor, currency.decimals)));
  const refusal = follow(form, facts, { amountMinor }, Milestone.NextInvoiceAmount);
  if (refusal !== null) return { isRefused: true, text: refusal };
  const share = percentOf(amountMinor, milestone.amountMinor);
  return {
    isRefused: false,
    text: fill(TEXTS.CompletionResult, [amountWords(amountMinor, currency), percentWords(share)]),
  };
}

/** Why a completion asks for nothing: the next invoice continues where the ones before end. */
function alreadyThere({ splits, amountMinor }: MarkableMilestone['milestone']): string {
  const isPosted = splits.every(({ round, billingStatus }) => round === 0 || billingStatus === 'InvoicePosted');
  const share = percentWords(percentOf(allottedMinor(splits), amountMinor));
  return fill(isPosted ? TEXTS.CompletionInvoiced : TEXTS.CompletionInBilling, [share]);
}

/** What the bar shows of a slice. */
function toneOf({ billingStatus, round }: Pick<ExistingSplit, 'billingStatus' | 'round'>): CompletionTone {
  const tones: { readonly [status in SourceStatus]: CompletionTone } = {
    InvoicePosted: 'posted',
    InvoiceCreated: 'created',
    Ready: 'ready',
    NotReady: round > 0 ? 'held' : 'open',
  };
  return tones[billingStatus];
}

const PARTS: readonly (readonly [CompletionTone, string])[] = [
  ['posted', TEXTS.PartInvoiced],
  ['created', TEXTS.PartOnInvoice],
  ['ready', TEXTS.PartReady],
  ['held', TEXTS.PartHeld],
  ['open', TEXTS.PartOpen],
];

/** The milestone's bar and entry as the page draws them. */
export function completionShown(
  { milestone, currency }: MarkableMilestone,
  answer: CompletionShown['answer'],
): CompletionShown {
  const status = milestone.progress?.nextInvoiceStatus ?? 'NotReady';
  const parts = PARTS.flatMap(([tone, label]) => {
    const slices = milestone.splits.filter((slice) => toneOf(slice) === tone);
    const amountMinor = sum(slices.map((slice) => slice.amountMinor));
    if (amountMinor === 0 && tone !== 'posted' && tone !== 'open') return [];
    const widthPercent = Number(formatPercent(percentOf(amountMinor, milestone.amountMinor)));
    return [{ tone, label, amount: amountWords(amountMinor, currency), widthPercent }];
  });
  const isSpent = openRemainderMinor(milestone.splits) === 0;
  return {
    parts,
    label: TEXTS.CompletionLabel,
    unit: TEXTS.CompletionUnit,
    button: TEXTS.CompletionApply,
    locked: lockedBecause(status, isSpent),
    answer,
  };
}

function lockedBecause(status: SourceStatus, isSpent: boolean): string | null {
  if (status !== 'NotReady') {
    const advice = status === 'Ready' ? TEXTS.CompletionReady : TEXTS.CompletionOnDraft;
    return `${fill(TEXTS.CompletionLocked, [BILLING_STATUS_WORDS[status]])} ${advice}`;
  }
  return isSpent ? TEXTS.CompletionSpent : null;
}
