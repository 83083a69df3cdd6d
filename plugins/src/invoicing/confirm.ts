import {
  type Confirmation,
  confirmationViolations,
  confirmInvoice,
  type PlainDate,
  type SourceStatus,
  underRule,
  type Violation,
} from '@bbl/domain';
import { accessViolation, missingRowViolation } from '@bbl/dataverse/errors';
import {
  type ContractHead,
  fromBilledSales,
  INVOICE_COLUMNS,
  invoiceStatusWords,
  required,
  type StoredInvoice,
  toInvoice,
} from '@bbl/dataverse/mapping';
import { refusedResult, type RowResult } from '../apis/results';
import { writableIds } from '../data/access';
import { readContracts } from '../data/contracts';
import { writeLineStatus } from '../data/lineStatus';
import { lockContracts } from '../data/locks';
import { readMilestones } from '../data/milestones';
import { writeStatuses } from '../data/milestoneWrites';
import type { Session } from '../data/session';
import { readInvoicingSettings } from '../data/settings';
import { normalId } from '../runtime/ids';
import { type ConfirmInputs, readConfirmInputs, toConfirmable } from './confirmable';
import { readDetails, readInvoices } from './drafts';
import { ContractLimits } from './limits';

/** What is known of the named invoices before the lock. */
interface NamedInvoices {
  /** Contract of each invoice that the caller may see and write, by invoice id. */
  readonly open: ReadonlyMap<string, string>;
  readonly refused: ReadonlyMap<string, readonly Violation[]>;
}

/** An invoice that nothing stands against, with what its confirmation writes. */
interface Confirmed {
  readonly invoice: StoredInvoice;
  readonly contract: ContractHead;
  readonly confirmation: Confirmation;
}

/**
 * Confirms drafts in the order given, each wholly or not at all: every check comes before the first write.
 * @returns per invoice GRD-04, GRD-05, INV-03, CON-05, INV-06, INV-07, INV-08, INV-10, NTE-03. domain.md 8.7.
 */
export function confirmDrafts(
  session: Session,
  asked: readonly string[],
  accountingDate: PlainDate | null,
): RowResult[] {
  const ids = asked.map((text) => normalId(text) ?? text);
  const named = readNamedInvoices(session, ids);
  const contractIds = [...new Set(named.open.values())];
  lockContracts(session.system, contractIds);

  const invoices = readInvoices(session.system, [...named.open.keys()]);
  const { confirmed, refused } = judge(session, {
    invoices: [...new Set(ids)].flatMap((id) => invoices.get(id) ?? []),
    contracts: readContracts(session.system, contractIds),
    accountingDate,
  });
  write(session, confirmed);
  // A draft that was deleted while its lock was waited for.
  const gone = [...named.open.keys()].filter((id) => !invoices.has(id));
  const missing = gone.map((id) => [id, underRule('9.1-2', [missingRowViolation()])] as const);
  return resultsOf(asked, ids, new Map([...named.refused, ...refused, ...missing]));
}

/** @returns GRD-04 for invoices that the caller may not see, GRD-05 for those they may not write. domain.md 9.1-2. */
function readNamedInvoices(session: Session, ids: readonly string[]): NamedInvoices {
  const known = ids.filter((id) => normalId(id) !== undefined);
  const rows = session.user.queryIn('bbl_invoice', [...INVOICE_COLUMNS, 'owningbusinessunit'], 'bbl_invoiceid', known);
  const visible = rows.map((row) => ({ ...toInvoice(row), businessUnitId: row.owningbusinessunit }));
  const contracts = readContracts(
    session.user,
    visible.map(({ contractId }) => contractId),
  );
  const readable = visible.filter(({ contractId }) => contracts.has(contractId));
  const writable = writableIds(session, 'bbl_invoice', readable);
  const open = new Map(readable.filter(({ id }) => writable.has(id)).map(({ id, contractId }) => [id, contractId]));
  const isReadable = new Set(readable.map(({ id }) => id));
  const refused = ids.flatMap((id): [string, readonly Violation[]][] =>
    open.has(id) ? [] : [[id, underRule('9.1-2', [isReadable.has(id) ? accessViolation() : missingRowViolation()])]],
  );
  return { open, refused: new Map(refused) };
}

interface JudgedCall {
  readonly invoices: readonly StoredInvoice[];
  readonly contracts: ReadonlyMap<string, ContractHead>;
  readonly accountingDate: PlainDate | null;
}

function judge(
  session: Session,
  { invoices, contracts, accountingDate }: JudgedCall,
): { confirmed: Confirmed[]; refused: Map<string, readonly Violation[]> } {
  const inputs: ConfirmInputs = readConfirmInputs(session, invoices, readDetails(session, invoices));
  const limits = new ContractLimits(session, invoices);
  const settings = readInvoicingSettings(session.system);
  const confirmed: Confirmed[] = [];
  const refused = new Map<string, readonly Violation[]>();
  for (const invoice of invoices) {
    const contract = required(contracts.get(invoice.contractId));
    const confirmable = toConfirmable(session, invoice, contract.status, inputs, limits);
    const [first] = confirmationViolations(confirmable, settings);
    if (first) {
      refused.set(invoice.id, [first]); // The checks have an order; the first one is the answer. domain.md 8.7-2.
      continue;
    }
    limits.addInvoiced(invoice, inputs.details.get(invoice.id) ?? []);
    const confirmation = confirmInvoice(confirmable, { accountingDate, today: session.today });
    confirmed.push({ invoice, contract, confirmation });
  }
  return { confirmed, refused };
}

/** Ledger, sources, headers, invoices. Headers are derived once, from all that the call has posted. domain.md 8.7-3. */
function write(session: Session, confirmed: readonly Confirmed[]): void {
  for (const { invoice, contract, confirmation } of confirmed) {
    const currency = session.currencies.of(invoice.currencyId);
    for (const sales of confirmation.billedSales) {
      session.system.create('bbl_actual', {
        ...fromBilledSales(sales, currency),
        transactioncurrencyid: invoice.currencyId,
        ownerid: contract.ownerId,
      });
    }
    for (const source of confirmation.sources) {
      if (source.kind !== 'productLine') continue;
      writeLineStatus(session, { id: source.id, ownerId: contract.ownerId, billingStatus: source.from }, source.to);
    }
    closeInvoice(session, invoice, confirmation);
  }
  postSplits(session, confirmed);
}

function postSplits(session: Session, confirmed: readonly Confirmed[]): void {
  const sources = confirmed.flatMap(({ confirmation }) => confirmation.sources);
  const statuses = new Map<string, SourceStatus>(
    sources.filter(({ kind }) => kind === 'split').map(({ id, to }) => [id, to]),
  );
  const milestoneIds = confirmed.flatMap(({ confirmation }) => confirmation.milestoneIds);
  for (const milestone of readMilestones(session, milestoneIds).values()) {
    const own = milestone.splits.filter(({ id }) => statuses.has(id));
    writeStatuses(session, milestone, new Map(own.map(({ id }) => [id, required(statuses.get(id))])));
  }
}

function closeInvoice(session: Session, invoice: StoredInvoice, { status, accountingDate }: Confirmation): void {
  const to = invoiceStatusWords.toValue(status);
  session.system.update('bbl_invoice', invoice.id, { bbl_invoicestatus: to, bbl_accountingdate: accountingDate });
  session.record({
    table: 'bbl_invoice',
    id: invoice.id,
    column: 'bbl_invoicestatus',
    from: invoiceStatusWords.toValue(invoice.status),
    to,
    ownerId: invoice.ownerId,
  });
}

/** In the order asked; an invoice that is named again is `unchanged`. */
function resultsOf(
  asked: readonly string[],
  ids: readonly string[],
  refused: ReadonlyMap<string, readonly Violation[]>,
): RowResult[] {
  const seen = new Set<string>();
  return asked.map((text, index): RowResult => {
    const id = required(ids[index]);
    const violations = refused.get(id);
    if (violations) return refusedResult(text, violations);
    const isRepeated = seen.has(id);
    seen.add(id);
    return { id: text, outcome: isRepeated ? 'unchanged' : 'changed' };
  });
}
