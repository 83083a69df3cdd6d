import { CALL_ROWS_MAX, type PlainDate } from '@bbl/domain';
import { anyOf, eq, type FetchQuery, gt, isIn, isNull, onOrBefore } from '@bbl/dataverse/fetch';
import { BillingStatus } from '@bbl/dataverse/generated/choices';
import { required } from '@bbl/dataverse/mapping';
import type { Service } from '../runtime/service';

/** Where a series goes on: with this contract, after these rows of it. */
export interface DuePlace {
  readonly contractId: string;
  /** The last rows taken of this contract; missing where none was. */
  readonly split?: string;
  readonly productLine?: string;
}

export interface DueRow {
  readonly kind: 'split' | 'productLine';
  readonly id: string;
  readonly contractId: string;
}

/** The rows of one call. */
export interface DuePage {
  readonly rows: readonly DueRow[];
  /** Contracts that this call answers for, in id order. The last one may go on in the next call. */
  readonly contractIds: readonly string[];
  /** Undefined when nothing is left. */
  readonly next: DuePlace | undefined;
}

/** Contracts that are asked for at once, as long as they have fewer rows than fit. */
const CONTRACTS_AT_ONCE = 50;

/**
 * The first 500 rows due, by contract id, then row id. Every table has its own position, so that the order of ids may
 * be the database's.
 * @param contractIds in id order. domain.md 8.1-1, 10-5.
 */
export function readDuePage(
  system: Service,
  contractIds: readonly string[],
  cutoffDate: PlainDate,
  place: DuePlace | undefined,
): DuePage {
  const open = place === undefined ? contractIds : contractIds.filter((id) => id >= place.contractId);
  const rows: DueRow[] = [];
  let handled = 0;
  let atOnce = CONTRACTS_AT_ONCE;
  while (handled < open.length) {
    const asked = open.slice(handled, handled + atOnce);
    const after = asked[0] === place?.contractId ? place : undefined;
    const chunk = after ? asked.slice(0, 1) : asked;
    const room = CALL_ROWS_MAX - rows.length;
    const found = readDueRows(system, chunk, cutoffDate, after, room + 1);
    if (found.length <= room) {
      rows.push(...found);
      handled += chunk.length;
    } else if (chunk.length > 1) {
      atOnce = Math.ceil(chunk.length / 2); // One of them has more than fits: ask for fewer.
    } else {
      const taken = found.slice(0, room);
      const contractId = required(chunk[0]);
      const isTouched = taken.length > 0;
      return {
        rows: [...rows, ...taken],
        contractIds: open.slice(0, isTouched ? handled + 1 : handled),
        next: placeAfter(contractId, taken, after),
      };
    }
  }
  return { rows, contractIds: open, next: undefined };
}

function placeAfter(contractId: string, taken: readonly DueRow[], before: DuePlace | undefined): DuePlace {
  const last = (kind: DueRow['kind']): string | undefined =>
    taken.filter((row) => row.kind === kind).pop()?.id ?? before?.[kind];
  const [split, productLine] = [last('split'), last('productLine')];
  return { contractId, ...(split !== undefined && { split }), ...(productLine !== undefined && { productLine }) };
}

/** The due rows of some contracts, at most `rowsMax`. Of several contracts they come in no order among each other. */
function readDueRows(
  system: Service,
  contractIds: readonly string[],
  cutoffDate: PlainDate,
  after: DuePlace | undefined,
  rowsMax: number,
): DueRow[] {
  const ready = (query: FetchQuery): FetchQuery =>
    query.where(isIn('bbl_contractid', contractIds), eq('bbl_billingstatus', BillingStatus.ReadyToInvoice));
  const splits = system.first('bbl_milestonesplit', ['bbl_milestonesplitid', 'bbl_contractid'], rowsMax, (query) => {
    ready(query).where(onOrBefore('bbl_date', cutoffDate)).orderBy('bbl_milestonesplitid');
    if (after?.split !== undefined) query.where(gt('bbl_milestonesplitid', after.split));
  });
  const lines = system.first('bbl_contractline', ['bbl_contractlineid', 'bbl_contractid'], rowsMax, (query) => {
    const delivery = 'bbl_requesteddeliverydate';
    ready(query)
      .where(anyOf(isNull(delivery), onOrBefore(delivery, cutoffDate)))
      .orderBy('bbl_contractlineid');
    if (after?.productLine !== undefined) query.where(gt('bbl_contractlineid', after.productLine));
  });
  const rows: DueRow[] = [
    ...splits.map((row): DueRow => ({
      kind: 'split',
      id: required(row.bbl_milestonesplitid),
      contractId: required(row.bbl_contractid),
    })),
    ...lines.map((row): DueRow => ({
      kind: 'productLine',
      id: required(row.bbl_contractlineid),
      contractId: required(row.bbl_contractid),
    })),
  ];
  return rows.sort((left, right) => compare(left.contractId, right.contractId) || compare(left.id, right.id));
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
