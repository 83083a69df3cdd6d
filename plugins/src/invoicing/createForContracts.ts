import {
  contractInvoicingViolations,
  contractOutcome,
  type InvoicingSettings,
  type Selection,
  selectSources,
  underRule,
} from '@bbl/domain';
import { missingRowViolation } from '@bbl/dataverse/errors';
import { type ContractHead, required } from '@bbl/dataverse/mapping';
import { refusedResult, type RowResult } from '../apis/results';
import { readContracts } from '../data/contracts';
import { lockContracts } from '../data/locks';
import type { Session } from '../data/session';
import { readInvoicingSettings } from '../data/settings';
import { normalId } from '../runtime/ids';
import type { DraftDates } from './createForSources';
import { type DraftWithDetails, readHoldingDrafts, readOpenDrafts, toOpenDraft } from './drafts';
import { type DuePage, type DuePlace, readDuePage } from './dueRows';
import { readSources } from './sources';
import { writeFillings } from './writeDrafts';

/** Where a series of calls by contracts goes on. */
export interface ContractsPlace {
  /** The dates of the first call, so that midnight changes nothing. */
  readonly dates: DraftDates;
  readonly due: DuePlace;
  /** Drafts that earlier calls made for the contract that goes on. domain.md 8.2-1. */
  readonly drafts: readonly string[];
}

export interface ContractsCreated {
  readonly invoiceIds: string[];
  readonly results: RowResult[];
  readonly next: ContractsPlace | undefined;
}

/**
 * Drafts for everything due of contracts: the first 500 rows a call. @returns a result per contract that this call
 * handled, in the order asked: GRD-04, CON-04, CON-05, CON-11, INV-01, INV-06. domain.md 8.1-1, 8.1-4, 8.2.
 */
export function createForContracts(
  session: Session,
  asked: readonly string[],
  dates: DraftDates,
  place: ContractsPlace | undefined,
): ContractsCreated {
  const { system } = session;
  const settings = readInvoicingSettings(system);
  const ids = [...new Set(asked.map((text) => normalId(text) ?? text))].sort();
  const visible = readContracts(
    session.user,
    ids.filter((id) => normalId(id) !== undefined),
  );
  const billable = ids.filter((id) => isBillable(visible.get(id), settings));
  const page = readDuePage(system, billable, dates.cutoffDate, place?.due);
  const rowContractIds = [...new Set(page.rows.map(({ contractId }) => contractId))];
  lockContracts(system, rowContractIds);

  const contracts = new Map([...visible, ...readContracts(system, rowContractIds)]);
  const sources = readSources(session, {
    splits: page.rows.filter(({ kind }) => kind === 'split').map(({ id }) => id),
    productLines: page.rows.filter(({ kind }) => kind === 'productLine').map(({ id }) => id),
  });
  const drafts = readOpenDrafts(session, place?.drafts ?? []).filter(({ invoice }) =>
    contracts.has(invoice.contractId),
  );
  const request = {
    sources: page.rows.flatMap(({ id }) => sources.get(id) ?? []),
    contracts: [...contracts.values()],
    drafts: drafts.map(toOpenDraft),
    ...dates,
    dueBy: 'cutoff',
    opensDrafts: true,
    isNamed: false,
    settings,
  } as const;
  const selection = selectSources(request);
  const invoiceIds = writeFillings(session, selection.fillings, { contracts, sources, drafts, ...dates });

  const handled = handledIds(ids, billable, page, place);
  const filled = new Set(selection.fillings.map(({ contractId }) => contractId));
  const holding = readHoldingDrafts(
    system,
    handled.filter((id) => contracts.has(id) && !filled.has(id)),
  );
  const results = inOrderAsked(asked, handled).map(({ text, id }): RowResult => {
    const contract = contracts.get(id);
    if (!contract) return refusedResult(text, underRule('9.1-2', [missingRowViolation()]));
    const outcome = contractOutcome(contract, request, selection, holding.get(id) ?? '');
    if (outcome.outcome === 'refused') return refusedResult(text, outcome.violations);
    return { id: text, outcome: 'changed', invoices: outcome.fillings.map((index) => required(invoiceIds[index])) };
  });
  const next = page.next && {
    dates,
    due: page.next,
    drafts: draftsOf(page.next.contractId, { drafts, selection, invoiceIds }),
  };
  return { invoiceIds: [...new Set(invoiceIds)], results, next };
}

/** The drafts of this series for the contract that goes on, in the order of filling. */
function draftsOf(
  contractId: string,
  made: {
    readonly drafts: readonly DraftWithDetails[];
    readonly selection: Selection;
    readonly invoiceIds: readonly string[];
  },
): string[] {
  const before = made.drafts
    .filter(({ invoice }) => invoice.contractId === contractId)
    .map(({ invoice }) => invoice.id);
  const now = made.invoiceIds.filter((_, index) => made.selection.fillings[index]?.contractId === contractId);
  return [...new Set([...before, ...now])];
}

const isBillable = (contract: ContractHead | undefined, settings: InvoicingSettings): boolean =>
  contract !== undefined &&
  contractInvoicingViolations(contract.status, settings.isConfirmedContractsOnly).length === 0;

/** The contracts that this call answers for. Those without any row to look for are answered by the first call. */
function handledIds(
  ids: readonly string[],
  billable: readonly string[],
  page: DuePage,
  place: ContractsPlace | undefined,
): string[] {
  const others = place === undefined ? ids.filter((id) => !billable.includes(id)) : [];
  return [...others, ...page.contractIds];
}

function inOrderAsked(asked: readonly string[], handled: readonly string[]): { text: string; id: string }[] {
  const open = new Set(handled);
  return asked.flatMap((text) => {
    const id = normalId(text) ?? text;
    return open.delete(id) ? [{ text, id }] : [];
  });
}
