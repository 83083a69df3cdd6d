import { DRAFT_DETAILS_MAX } from '../bounds';
import { contractInvoicingViolations } from '../contract/contractStatus';
import type { PlainDate } from '../dates/plainDate';
import { mustBe } from '../fieldViolations';
import type { ContractStatus } from '../statuses';
import { ruled, type Ruling, underRule, type Violation, violation } from '../violation';
import { notDueViolations, notReadyViolations, type Source, unsupportedViolations } from './source';

/** Environment settings that decide on drafts. domain.md 9.4. */
export interface InvoicingSettings {
  readonly isConfirmedContractsOnly: boolean;
  readonly isZeroInvoiceAllowed: boolean;
}

export interface InvoicingContract {
  readonly id: string;
  readonly name: string;
  readonly status: ContractStatus;
}

/** A draft that due sources may join. */
export interface OpenDraft {
  readonly invoiceId: string;
  readonly contractId: string;
  readonly contractCustomerId: string;
  readonly invoiceDate: PlainDate;
  readonly detailsCount: number;
  /** Whether it holds a chargeable detail, a retainer or a refund already. */
  readonly hasChargeable: boolean;
}

export interface SelectionRequest {
  /** In the order asked for. */
  readonly sources: readonly Source[];
  readonly contracts: readonly InvoicingContract[];
  /** Drafts to go on with: those of earlier calls of the series, the most recent one of each customer, or the one to refresh. In the order of filling. */
  readonly drafts: readonly OpenDraft[];
  readonly invoiceDate: PlainDate;
  readonly cutoffDate: PlainDate;
  /** What a source is compared with: the cut-off, or the invoice date of the draft it joins (`bbl_AddToInvoice`). */
  readonly dueBy: 'cutoff' | 'draftDate';
  /** A refresh fills its draft and opens no other. */
  readonly opensDrafts: boolean;
  /** Named in `Sources`: what waits or is not Ready is refused instead of passed over. */
  readonly isNamed: boolean;
  readonly settings: InvoicingSettings;
}

/** Sources that go on one draft: an existing one, or a new one of the request's dates when `draft` is null. */
export interface DraftFilling {
  readonly contractId: string;
  readonly contractCustomerId: string;
  readonly draft: OpenDraft | null;
  readonly sources: readonly Source[];
}

/** What became of one source, in the order asked for. `filling` is an index into the fillings. */
export type SourceOutcome =
  | { readonly outcome: 'changed'; readonly filling: number }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'waits' }
  | { readonly outcome: 'refused'; readonly violations: readonly Violation[] };

export interface Selection {
  readonly fillings: readonly DraftFilling[];
  readonly outcomes: readonly SourceOutcome[];
}

/** Dates of new drafts. @returns GRD-11 for a cut-off after the invoice date. domain.md 8.2-2. */
export function invoiceDates(
  request: { readonly invoiceDate: PlainDate | null; readonly cutoffDate: PlainDate | null },
  today: PlainDate,
): Ruling<{ readonly invoiceDate: PlainDate; readonly cutoffDate: PlainDate }> {
  const invoiceDate = request.invoiceDate ?? today;
  const cutoffDate = request.cutoffDate ?? invoiceDate;
  const violations = cutoffDate > invoiceDate ? [mustBe('cutoffDate', 'on or before the invoice date')] : [];
  return ruled(violations, () => ({ invoiceDate, cutoffDate }));
}

/**
 * Which draft each source goes on: one per contract and contract customer, a further one beyond 1,000 details.
 * @returns per source CON-04, CON-05, CON-11, ACT-12, INV-02, INV-04, INV-05, INV-06 or a kind that is not supported
 * (GRD-07). domain.md 8.1, 8.2.
 */
export function selectSources(request: SelectionRequest): Selection {
  const { outcomes, groups } = judgeSources(request);
  const fillings: DraftFilling[] = [];
  for (const group of groups.values()) {
    const placed = placeGroup(group, request, fillings.length);
    fillings.push(...placed.fillings);
    group.forEach(({ index }, position) => (outcomes[index] = placed.outcomes[position] as SourceOutcome));
  }
  return { fillings, outcomes };
}

/** A source with its place in the order asked for and its customer. */
interface Candidate {
  readonly source: Source;
  readonly contractCustomerId: string;
  readonly index: number;
}

/** Judges each source by itself; what passes stands in a group per contract and contract customer. */
function judgeSources(request: SelectionRequest): { outcomes: SourceOutcome[]; groups: Map<string, Candidate[]> } {
  const contracts = new Map(request.contracts.map((contract) => [contract.id, contract]));
  const seen = new Set<string>();
  const groups = new Map<string, Candidate[]>();
  const outcomes = request.sources.map((source, index): SourceOutcome => {
    const key = `${source.kind}:${source.id}`;
    if (seen.has(key)) return { outcome: 'unchanged' };
    seen.add(key);
    const refusals = sourceViolations(source, contracts.get(source.contractId), request.settings);
    if (refusals.length > 0 || source.contractCustomerId === null) return { outcome: 'refused', violations: refusals };
    const isWaiting = source.billingStatus !== 'Ready';
    if (isWaiting) return waitOrRefuse(request, notReadyViolations(source));
    const candidate = { source, contractCustomerId: source.contractCustomerId, index };
    const groupKey = `${source.contractId}/${source.contractCustomerId}`;
    const group = groups.get(groupKey);
    if (group) group.push(candidate);
    else groups.set(groupKey, [candidate]);
    return { outcome: 'waits' }; // Its group decides.
  });
  return { outcomes, groups };
}

function sourceViolations(
  source: Source,
  contract: InvoicingContract | undefined,
  settings: InvoicingSettings,
): Violation[] {
  if (!contract) throw new Error(`The contract of source ${source.id} was not given`);
  return [
    ...unsupportedViolations(source.kind),
    ...underRule('8.2-4', contractInvoicingViolations(contract.status, settings.isConfirmedContractsOnly)),
    ...underRule('8.2-3', source.contractCustomerId === null ? [violation('BBL-ACT-12', {})] : []),
  ];
}

/** Fills the drafts of one customer in order. */
function placeGroup(
  group: readonly Candidate[],
  request: SelectionRequest,
  firstFilling: number,
): { fillings: DraftFilling[]; outcomes: SourceOutcome[] } {
  const [first] = group;
  if (!first) throw new Error('A group has a source');
  const { contractId } = first.source;
  const { contractCustomerId } = first;
  const drafts = request.drafts.filter(
    (draft) => draft.contractId === contractId && draft.contractCustomerId === contractCustomerId,
  );
  const slots = draftSlots(drafts, request);
  const slotOf: (Slot | undefined)[] = [];
  const outcomes = group.map(({ source }): SourceOutcome => {
    const slot = slots.next();
    slotOf.push(undefined);
    if (!slot) return { outcome: 'waits' };
    const late = notDueViolations(source, request.dueBy === 'cutoff' ? request.cutoffDate : slot.invoiceDate);
    if (late.length > 0) return waitOrRefuse(request, late);
    slot.sources.push(source);
    slotOf[slotOf.length - 1] = slot;
    return { outcome: 'waits' }; // Its slot decides.
  });

  const filled = slots.all().filter(({ sources }) => sources.length > 0);
  const isBillable =
    request.settings.isZeroInvoiceAllowed ||
    drafts.some(({ hasChargeable }) => hasChargeable) ||
    filled.some(({ sources }) => sources.some(isChargeable));
  const refused: SourceOutcome = { outcome: 'refused', violations: underRule('8.2-5', [violation('BBL-INV-06', {})]) };
  return {
    fillings: isBillable
      ? filled.map(({ draft, sources }) => ({ contractId, contractCustomerId, draft, sources }))
      : [],
    outcomes: outcomes.map((outcome, position) => {
      const slot = slotOf[position];
      if (!slot) return outcome;
      return isBillable ? { outcome: 'changed', filling: firstFilling + filled.indexOf(slot) } : refused;
    }),
  };
}

/** Room for details: an existing draft, or a new one. */
interface Slot {
  readonly draft: OpenDraft | null;
  readonly invoiceDate: PlainDate;
  readonly roomMax: number;
  readonly sources: Source[];
}

/** Hands out the slot that the next source may join: existing drafts with room first, then new ones. */
function draftSlots(
  drafts: readonly OpenDraft[],
  request: SelectionRequest,
): { next(): Slot | undefined; all(): Slot[] } {
  const slots: Slot[] = drafts.map((draft) => ({
    draft,
    invoiceDate: draft.invoiceDate,
    roomMax: DRAFT_DETAILS_MAX - draft.detailsCount,
    sources: [],
  }));
  const newSlot = (): Slot => ({
    draft: null,
    invoiceDate: request.invoiceDate,
    roomMax: DRAFT_DETAILS_MAX,
    sources: [],
  });
  return {
    next() {
      const slot = slots.find(({ sources, roomMax }) => sources.length < roomMax);
      if (slot || !request.opensDrafts) return slot;
      const opened = newSlot();
      slots.push(opened);
      return opened;
    },
    all: () => slots,
  };
}

const isChargeable = ({ content }: Source): boolean => content.billingType === 'Chargeable';

const waitOrRefuse = (request: SelectionRequest, violations: readonly Violation[]): SourceOutcome =>
  request.isNamed ? { outcome: 'refused', violations } : { outcome: 'waits' };
