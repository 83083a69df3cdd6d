import {
  changeContractStatus,
  type ContractStatus,
  type ContractStanding,
  type ContractStatusEffects,
  invalidRequest,
  nextStatus,
  type ShareLevel,
  type SourceStatus,
} from '@bbl/domain';
import { eq, type FetchQuery, isIn, isNull } from '@bbl/dataverse/fetch';
import { BillingStatus, EntryStatus, InvoiceStatus, LineType, TransactionType } from '@bbl/dataverse/generated/choices';
import {
  type ContractHead,
  contractStatusWords,
  required,
  sourceStatusWords,
  toLineCustomer,
} from '@bbl/dataverse/mapping';
import { readContractCustomers, readLineCustomers } from '../data/contracts';
import { readMilestones } from '../data/milestones';
import { writeStatuses } from '../data/milestoneWrites';
import type { Session } from '../data/session';
import { decided, Refusal } from '../runtime/refusal';

/** The rows below a contract that are Ready. */
interface ReadyRows {
  readonly splits: readonly { readonly id: string; readonly milestoneId: string }[];
  readonly lineIds: readonly string[];
  readonly retainerIds: readonly string[];
  readonly actualIds: readonly string[];
}

/**
 * A person's change of the contract status, with what follows below. The contract is locked.
 * @returns CON-03, CON-08, CON-12, SPL-01, SPL-02. domain.md 3.11-1, 3.11-2.
 */
export function changeStatus(session: Session, contract: ContractHead, to: ContractStatus): void {
  if (to === contract.status) return;
  const ready = to === 'Completed' || to === 'Lost' ? readReadyRows(session, contract.id) : NO_ROWS;
  const effects = decided(changeContractStatus(standingOf(session, contract, to, ready), to));
  refuseUnsupported(session, contract.id, effects);
  if (effects.resetsReady) resetReady(session, contract, ready);
  session.record({
    table: 'bbl_contract',
    id: contract.id,
    column: 'bbl_contractstatus',
    from: contractStatusWords.toValue(contract.status),
    to: contractStatusWords.toValue(to),
    ownerId: contract.ownerId,
  });
}

function standingOf(session: Session, contract: ContractHead, to: ContractStatus, ready: ReadyRows): ContractStanding {
  const { splits, lineIds, retainerIds, actualIds } = ready;
  const readyRowsCount = splits.length + lineIds.length + retainerIds.length + actualIds.length;
  return {
    from: contract.status,
    levels: to === 'Confirmed' ? readLevels(session, contract.id) : [],
    draftsCount: to === 'Completed' ? countDrafts(session, contract.id) : 0,
    readyRowsCount,
    changedRowsCount: to === 'Lost' ? readyRowsCount : 0,
  };
}

/** The percentages of the contract and of every project line. */
function readLevels({ system }: Session, contractId: string): ShareLevel[] {
  const lines = system.query('bbl_contractline', ['bbl_contractlineid', 'bbl_name'], (query) =>
    query.where(eq('bbl_contractid', contractId), eq('bbl_linetype', LineType.Project)).orderBy('bbl_name'),
  );
  const customers = readLineCustomers(
    system,
    lines.map((line) => required(line.bbl_contractlineid)),
  );
  return [
    { name: 'the contract', shares: readContractCustomers(system, contractId) },
    ...lines.map((line) => ({
      name: `line ${line.bbl_name ?? ''}`,
      shares: (customers.get(required(line.bbl_contractlineid)) ?? []).map(toLineCustomer),
    })),
  ];
}

function countDrafts({ system }: Session, contractId: string): number {
  return system.query('bbl_invoice', ['bbl_invoiceid'], (query) =>
    query.where(
      eq('bbl_contractid', contractId),
      isIn('bbl_invoicestatus', [InvoiceStatus.Draft, InvoiceStatus.InReview]),
    ),
  ).length;
}

const NO_ROWS: ReadyRows = { splits: [], lineIds: [], retainerIds: [], actualIds: [] };

function readReadyRows({ system }: Session, contractId: string): ReadyRows {
  const ready = (query: FetchQuery): FetchQuery =>
    query.where(eq('bbl_contractid', contractId), eq('bbl_billingstatus', BillingStatus.ReadyToInvoice));
  const splits = system.query('bbl_milestonesplit', ['bbl_milestonesplitid', 'bbl_milestoneid'], ready);
  return {
    splits: splits.map((row) => ({
      id: required(row.bbl_milestonesplitid),
      milestoneId: required(row.bbl_milestoneid),
    })),
    lineIds: system
      .query('bbl_contractline', ['bbl_contractlineid'], ready)
      .map((row) => required(row.bbl_contractlineid)),
    retainerIds: system.query('bbl_retainer', ['bbl_retainerid'], ready).map((row) => required(row.bbl_retainerid)),
    actualIds: system.query('bbl_actual', ['bbl_actualid'], ready).map((row) => required(row.bbl_actualid)),
  };
}

/** Everything Ready becomes Not ready. domain.md 3.2-8, 3.4-21, 3.11-2. */
function resetReady(session: Session, contract: ContractHead, ready: ReadyRows): void {
  const to = resetStatus();
  const milestones = readMilestones(
    session,
    ready.splits.map(({ milestoneId }) => milestoneId),
  );
  const splitIds = new Set(ready.splits.map(({ id }) => id));
  for (const milestone of milestones.values()) {
    const ids = milestone.splits.map(({ id }) => id).filter((id) => splitIds.has(id));
    writeStatuses(session, milestone, new Map(ids.map((id) => [id, to])));
  }
  for (const id of ready.lineIds) resetRow(session, 'bbl_contractline', id, contract, to);
  for (const id of ready.retainerIds) resetRow(session, 'bbl_retainer', id, contract, to);
}

function resetStatus(): SourceStatus {
  const facts = { contractStatus: 'Lost', statusAfterRelease: 'ready' } as const;
  return required(nextStatus('Ready', 'contractLost', facts));
}

function resetRow(
  session: Session,
  table: 'bbl_contractline' | 'bbl_retainer',
  id: string,
  { ownerId }: ContractHead,
  status: SourceStatus,
): void {
  const to = sourceStatusWords.toValue(status);
  session.system.update(table, id, { bbl_billingstatus: to });
  session.record({ table, id, column: 'bbl_billingstatus', from: BillingStatus.ReadyToInvoice, to, ownerId });
}

/** What hangs on a status change and is not built yet is refused, never left out in silence. */
function refuseUnsupported({ system }: Session, contractId: string, effects: ContractStatusEffects): void {
  const hasUnbilled =
    effects.reversesUnbilled &&
    system.exists('bbl_actual', (query) =>
      query.where(
        eq('bbl_contractid', contractId),
        eq('bbl_transactiontype', TransactionType.UnbilledSales),
        isNull('bbl_invoiceid'),
      ),
    );
  if (hasUnbilled) throw new Refusal([invalidRequest('this version does not reverse unbilled actuals')]);
  const hasEntries =
    effects.reevaluatesEntries !== 'none' &&
    system.exists('bbl_projectentry', (query) =>
      query
        .where(eq('bbl_entrystatus', EntryStatus.Approved))
        .link(
          'bbl_contractline',
          { from: 'bbl_contractlineid', to: 'bbl_contractlineid', alias: 'line' },
          (line) => void line.where(eq('bbl_contractid', contractId)),
        ),
    );
  if (hasEntries) throw new Refusal([invalidRequest('this version does not evaluate approved entries again')]);
}
