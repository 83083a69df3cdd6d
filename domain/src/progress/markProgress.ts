import { contractMarkViolations } from '../contract/contractStatus';
import { hasBillingActivity } from '../milestone/milestone';
import { markBlockers, type MarkOutcome } from '../milestone/markSplit';
import type { Currency } from '../money/amount';
import type { ContractStatus, Mark, SourceStatus } from '../statuses';
import { inCatalogueOrder, underRule, type Violation, violation } from '../violation';
import { nextAmountViolations } from './nextInvoice';
import { isEmpty, openRound, takeRemainder } from './openRound';
import {
  changeBetween,
  openRemainderMinor,
  openSlices,
  type ProgressChange,
  type ProgressMilestone,
  slicesOfRound,
} from './progressMilestone';
import { settle, withdrawRound, withStatuses } from './settle';

/** What a mark on a header or its slices comes to. */
export interface ProgressMarks<Outcomes> {
  readonly outcomes: Outcomes;
  readonly change: ProgressChange;
}

/** What marks look at beside the milestone. */
export interface MarkFacts {
  readonly contractStatus: ContractStatus;
  readonly currency: Currency;
  /** Number or name of the invoice that holds a slice, by slice id. */
  readonly invoiceNames: ReadonlyMap<string, string>;
}

/**
 * Ready or Not ready for the header: the next invoice opens, takes back its held slices, or is withdrawn.
 * @returns CON-04, PRG-01, PRG-02, PRG-03, PRG-05, PRG-06. domain.md 3.4-14 to 3.4-17.
 */
export function markHeader(milestone: ProgressMilestone, mark: Mark, facts: MarkFacts): ProgressMarks<MarkOutcome> {
  const violations = headerMarkBlockers(milestone, mark, facts);
  const after = violations.length > 0 ? milestone : headerMarked(milestone, mark);
  const from = milestone.progress.nextInvoiceStatus;
  const isSame = after === milestone;
  const outcome: MarkOutcome =
    violations.length > 0
      ? { outcome: 'refused', violations }
      : isSame
        ? { outcome: 'unchanged' }
        : { outcome: 'changed', from, to: mark };
  return { outcomes: outcome, change: changeBetween(milestone, after) };
}

/** What keeps the next invoice from being marked; a mark that it has already is not asked here. domain.md 3.4-14, 3.4-16, 3.4-17. */
export function headerMarkBlockers(
  milestone: ProgressMilestone,
  mark: Mark,
  facts: Pick<MarkFacts, 'contractStatus' | 'currency'>,
): readonly Violation[] {
  const { nextInvoiceStatus } = milestone.progress;
  return inCatalogueOrder([
    ...underRule('3.1-4', contractMarkViolations(facts.contractStatus, mark)),
    ...underRule('3.4-17', nextInvoiceStatus === 'InvoiceCreated' ? [violation('BBL-PRG-05', {})] : []),
    ...underRule('3.4-16', nextInvoiceStatus === 'Ready' && mark === 'NotReady' ? withdrawViolations(milestone) : []),
    ...underRule(
      '3.4-14',
      nextInvoiceStatus === 'NotReady' && mark === 'Ready' ? openViolations(milestone, facts.currency) : [],
    ),
  ]);
}

/**
 * Ready or Not ready for slices of one milestone, in the order asked; each is judged on what the ones before left.
 * @returns per slice CON-04, MST-02, MST-03, PRG-04, PRG-06. domain.md 3.1-1, 3.4-10, 3.4-18 to 3.4-20, 3.4-22.
 */
export function markSlices(
  milestone: ProgressMilestone,
  sliceIds: readonly string[],
  mark: Mark,
  facts: MarkFacts,
): ProgressMarks<readonly MarkOutcome[]> {
  const asked = new Set<string>();
  let state = milestone;
  const outcomes = sliceIds.map((sliceId): MarkOutcome => {
    if (asked.has(sliceId)) return { outcome: 'unchanged' };
    asked.add(sliceId);
    const { outcome, after } = markSlice(state, sliceId, mark, facts);
    state = after;
    return outcome;
  });
  return { outcomes, change: changeBetween(milestone, state) };
}

function markSlice(
  state: ProgressMilestone,
  sliceId: string,
  mark: Mark,
  facts: MarkFacts,
): { readonly outcome: MarkOutcome; readonly after: ProgressMilestone } {
  const slice = state.splits.find(({ id }) => id === sliceId);
  if (!slice) throw new Error(`Slice ${sliceId} does not belong to the milestone`);
  if (slice.billingStatus === mark) return { outcome: { outcome: 'unchanged' }, after: state };
  const { round, name, billingStatus } = slice;
  const { nextInvoiceStatus } = state.progress;
  const violations = markBlockers(
    {
      name,
      billingStatus,
      invoiceName: facts.invoiceNames.get(sliceId) ?? '',
      contractStatus: facts.contractStatus,
      slice: { round, isEmpty: isEmpty(slice), nextInvoiceStatus },
    },
    mark,
  );
  if (violations.length > 0) return { outcome: { outcome: 'refused', violations }, after: state };
  const after = round === 0 ? settle(takeRemainder(state, sliceId)) : withStatuses(state, new Map([[sliceId, mark]]));
  return { outcome: { outcome: 'changed', from: billingStatus, to: mark }, after };
}

/** The header's state after a mark that nothing stands against; the same object when it changes nothing. */
function headerMarked(milestone: ProgressMilestone, mark: Mark): ProgressMilestone {
  const { nextInvoiceStatus, openRound: round } = milestone.progress;
  if (nextInvoiceStatus === 'NotReady') return mark === 'Ready' ? settle(openRound(milestone)) : milestone;
  if (round === null) return milestone;
  if (mark === 'NotReady') return settle(withdrawRound(milestone, round));
  const held = slicesOfRound(milestone.splits, round).filter(({ billingStatus }) => billingStatus === 'NotReady');
  const released = new Map<string, SourceStatus>(held.map(({ id }) => [id, 'Ready']));
  return held.length === 0 ? milestone : withStatuses(milestone, released);
}

/** @returns PRG-05 when a slice of the round has billing activity. domain.md 3.4-16. */
function withdrawViolations({ splits, progress }: ProgressMilestone): Violation[] {
  const members = slicesOfRound(splits, progress.openRound ?? 0);
  return members.some(hasBillingActivity) ? [violation('BBL-PRG-05', {})] : [];
}

/** @returns PRG-06, PRG-01, PRG-02, PRG-03. domain.md 3.4-4, 3.4-14. */
function openViolations({ splits, progress }: ProgressMilestone, currency: Currency): Violation[] {
  if (openSlices(splits).every(isEmpty)) return [violation('BBL-PRG-06', {})];
  const { nextInvoiceAmountMinor } = progress;
  if (nextInvoiceAmountMinor === null) return [violation('BBL-PRG-01', {})];
  return nextAmountViolations(nextInvoiceAmountMinor, openRemainderMinor(splits), currency);
}
