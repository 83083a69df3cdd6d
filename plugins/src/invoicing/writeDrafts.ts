import {
  alreadyOnInvoice,
  claimName,
  type CountedDetail,
  type Currency,
  detailOf,
  detailsByLine,
  type DraftFilling,
  invoiceTotals,
  lineTotals,
  type NewDetail,
  nextStatus,
  type PlainDate,
  type SourceStatus,
} from '@bbl/domain';
import { isDuplicate } from '@bbl/dataverse/errors';
import { InvoiceStatus } from '@bbl/dataverse/generated/choices';
import { type ContractHead, fromDetail, fromInvoiceTotals, fromLineTotals, required } from '@bbl/dataverse/mapping';
import { writeLineStatus } from '../data/lineStatus';
import { readMilestones } from '../data/milestones';
import { writeStatuses } from '../data/milestoneWrites';
import type { Session } from '../data/session';
import { FaultError } from '../runtime/faultError';
import { Refusal } from '../runtime/refusal';
import type { DraftWithDetails } from './drafts';
import { readInvoicedTillDate } from './invoicedTillDate';
import { type LineNames, readDraftLines, readLineNames } from './lines';
import type { StoredSource } from './sources';

/** What all drafts of a call have in common. */
export interface DraftRequest {
  readonly contracts: ReadonlyMap<string, ContractHead>;
  readonly sources: ReadonlyMap<string, StoredSource>;
  readonly drafts: readonly DraftWithDetails[];
  readonly invoiceDate: PlainDate;
  readonly cutoffDate: PlainDate;
}

/**
 * Writes fillings: drafts, lines, details, claims, then the sources' statuses. @returns the invoice of each filling.
 * Refuses with INV-02 when a source is claimed already. domain.md 8.3, 8.4, 3.2-4.
 */
export function writeFillings(session: Session, fillings: readonly DraftFilling[], request: DraftRequest): string[] {
  const names = readLineNames(session.system, fillings);
  const placed = new Map<string, string>();
  const invoiceIds = fillings.map((filling) => {
    const invoiceId = writeFilling(session, filling, request, names);
    for (const { id } of filling.sources) placed.set(id, invoiceId);
    return invoiceId;
  });
  markSources(session, request.sources, placed);
  return invoiceIds;
}

/** The parents and owner that every row of an invoice carries. */
interface InvoiceParents {
  readonly invoiceId: string;
  readonly contract: ContractHead;
  readonly currency: Currency;
}

function writeFilling(session: Session, filling: DraftFilling, request: DraftRequest, names: LineNames): string {
  const contract = required(request.contracts.get(filling.contractId));
  const currency = session.currencies.of(contract.currencyId);
  const existing = request.drafts.find(({ invoice }) => invoice.id === filling.draft?.invoiceId);
  const details = filling.sources.map(detailOf);
  const counted = [...(existing?.details ?? []), ...details.map(toCounted)];
  const totals = fromInvoiceTotals(invoiceTotals(counted, []), currency);
  const invoiceId = existing ? existing.invoice.id : createInvoice(session, filling, { contract, request, totals });
  if (existing) session.system.update('bbl_invoice', invoiceId, totals);

  const parents = { invoiceId, contract, currency };
  const lineIds = writeLines(session, parents, {
    counted,
    existing,
    names,
    contractCustomerId: filling.contractCustomerId,
  });
  details.forEach((detail, index) => {
    writeDetail(session, parents, detail, {
      lineId: required(lineIds.get(detail.contractLineId)),
      source: required(request.sources.get(required(filling.sources[index]).id)),
    });
  });
  return invoiceId;
}

const toCounted = (detail: NewDetail): CountedDetail => ({ ...detail, original: null });

function createInvoice(
  { system }: Session,
  filling: DraftFilling,
  { contract, request, totals }: { contract: ContractHead; request: DraftRequest; totals: object },
): string {
  const customer = system.retrieve('bbl_contractcustomer', filling.contractCustomerId, ['bbl_accountid']);
  return system.create('bbl_invoice', {
    ...totals,
    bbl_name: contract.name,
    bbl_contractid: contract.id,
    bbl_contractcustomerid: filling.contractCustomerId,
    bbl_accountid: required(customer.bbl_accountid),
    bbl_invoicedate: request.invoiceDate,
    bbl_cutoffdate: request.cutoffDate,
    bbl_invoicestatus: InvoiceStatus.Draft,
    bbl_iscorrection: false,
    transactioncurrencyid: contract.currencyId,
    ownerid: contract.ownerId,
  });
}

interface LineInputs {
  readonly counted: readonly CountedDetail[];
  readonly existing: DraftWithDetails | undefined;
  readonly names: LineNames;
  readonly contractCustomerId: string;
}

/** One invoice line per contract line; lines that were there take the new totals. @returns line ids by contract line. */
function writeLines({ system }: Session, parents: InvoiceParents, inputs: LineInputs): Map<string | null, string> {
  const { invoiceId, contract, currency } = parents;
  const lineIds = inputs.existing ? readDraftLines(system, invoiceId) : new Map<string | null, string>();
  const groups = detailsByLine(inputs.counted);
  const missing = [...groups.keys()].filter((contractLineId) => !lineIds.has(contractLineId));
  const tillDate = readInvoicedTillDate(system, inputs.contractCustomerId, missing);
  for (const [contractLineId, details] of groups) {
    const totals = fromLineTotals(lineTotals(details), currency);
    const lineId = lineIds.get(contractLineId);
    if (lineId !== undefined) {
      system.update('bbl_invoiceline', lineId, totals);
      continue;
    }
    const created = system.create('bbl_invoiceline', {
      ...totals,
      bbl_name: inputs.names.get(contractLineId ?? '') ?? 'Retainers',
      bbl_invoiceid: invoiceId,
      bbl_contractlineid: contractLineId,
      bbl_invoicedtilldate: tillDate.get(contractLineId ?? '') ?? '0',
      transactioncurrencyid: contract.currencyId,
      ownerid: contract.ownerId,
    });
    lineIds.set(contractLineId, created);
  }
  return lineIds;
}

function writeDetail(
  { system }: Session,
  { invoiceId, contract, currency }: InvoiceParents,
  detail: NewDetail,
  { lineId, source }: { lineId: string; source: StoredSource },
): void {
  const detailId = system.create('bbl_invoicelinedetail', {
    ...fromDetail(detail, currency),
    bbl_invoiceid: invoiceId,
    bbl_invoicelineid: lineId,
    transactioncurrencyid: contract.currencyId,
    ownerid: contract.ownerId,
  });
  try {
    system.create('bbl_billingclaim', {
      bbl_name: claimName(source.table, source.id),
      bbl_invoiceid: invoiceId,
      bbl_invoicelinedetailid: detailId,
      ownerid: contract.ownerId,
    });
  } catch (error) {
    throw asRefusal(error, source);
  }
}

/** The alternate key of claims is what makes a second claim impossible, whatever runs at once. domain.md 8.3-1. */
function asRefusal(error: unknown, source: StoredSource): unknown {
  const isClaimed = error instanceof FaultError && isDuplicate(error.fault);
  return isClaimed ? new Refusal([alreadyOnInvoice(source.name, source.invoiceName)]) : error;
}

/** Sources become Created and point to their invoice; headers follow. domain.md 3.2-4, 3.4-21, 3.7-3. */
function markSources(
  session: Session,
  sources: ReadonlyMap<string, StoredSource>,
  placed: ReadonlyMap<string, string>,
): void {
  const facts = { contractStatus: 'Draft', statusAfterRelease: 'ready' } as const;
  const to: SourceStatus = required(nextStatus('Ready', 'draft', facts));
  const of = (id: string): StoredSource => required(sources.get(id));
  const ids = [...placed.keys()];
  const milestoneIds = ids.flatMap((id) => of(id).milestoneId ?? []);
  const onInvoice = (id: string): { bbl_invoiceid: string } => ({ bbl_invoiceid: required(placed.get(id)) });
  for (const milestone of readMilestones(session, milestoneIds).values()) {
    const splits = milestone.splits.filter(({ id }) => placed.has(id));
    writeStatuses(session, milestone, new Map(splits.map(({ id }) => [id, to])), onInvoice);
  }
  for (const id of ids.filter((each) => of(each).kind === 'productLine')) {
    writeLineStatus(session, of(id), to, onInvoice(id));
  }
}
