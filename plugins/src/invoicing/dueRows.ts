import { CALL_ROWS_MAX, type PlainDate } from '@bbl/domain';
import { anyOf, eq, type FetchQuery, isIn, isNull, onOrBefore } from '@bbl/dataverse/fetch';
import { BillingStatus } from '@bbl/dataverse/generated/choices';
import { required } from '@bbl/dataverse/mapping';
import type { PagePlace, Service } from '../runtime/service';

/** Where a series goes on: with this contract, in each table after the rows that were taken. */
export interface DuePlace {
  readonly contractId: string;
  readonly split: TablePlace;
  readonly productLine: TablePlace;
}

/** The next page of a table's rows of the contract, or `end` when there are no more. */
type TablePlace = PagePlace | 'end';

type Kind = DueRow['kind'];

const START = { page: 1, rowsMax: CALL_ROWS_MAX } as const;

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
 * The first 500 rows due, by contract id, then row id.
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
    const continued = place?.contractId === open[handled] ? place : undefined;
    const chunk = open.slice(handled, handled + (continued ? 1 : atOnce));
    const start = continued ?? { contractId: required(chunk[0]), split: START, productLine: START };
    const room = CALL_ROWS_MAX - rows.length;
    const found = readDueRows(system, { contractIds: chunk, cutoffDate, start, rowsMax: room + 1 });
    if (found.length <= room) {
      rows.push(...found);
      handled += chunk.length;
    } else if (chunk.length > 1) {
      atOnce = Math.ceil(chunk.length / 2); // One of them has more than fits: ask for fewer.
    } else {
      const taken = found.slice(0, room);
      return {
        rows: [...rows, ...taken],
        contractIds: open.slice(0, taken.length > 0 ? handled + 1 : handled),
        next: placeBehind(system, { contractIds: chunk, cutoffDate, start, rowsMax: room + 1 }, taken),
      };
    }
  }
  return { rows, contractIds: open, next: undefined };
}

interface DueQuery {
  readonly contractIds: readonly string[];
  readonly cutoffDate: PlainDate;
  readonly start: DuePlace;
  /** Of each table. */
  readonly rowsMax: number;
}

/** Where the next call goes on in each table: behind a page of as many rows as were taken of it. */
function placeBehind(system: Service, query: DueQuery, taken: readonly DueRow[]): DuePlace {
  const behind = (kind: Kind): TablePlace => {
    const count = taken.filter((row) => row.kind === kind).length;
    return count === 0 ? query.start[kind] : (readTable(system, { ...query, rowsMax: count }, kind).next ?? 'end');
  };
  return { ...query.start, split: behind('split'), productLine: behind('productLine') };
}

/** The due rows of both tables, as far as they are asked for; more than fit shows that something is left. */
function readDueRows(system: Service, query: DueQuery): DueRow[] {
  const rows = [...readTable(system, query, 'split').rows, ...readTable(system, query, 'productLine').rows];
  return rows.sort((left, right) => compare(left.contractId, right.contractId) || compare(left.id, right.id));
}

function readTable(system: Service, query: DueQuery, kind: Kind): { rows: DueRow[]; next: PagePlace | undefined } {
  const place = query.start[kind];
  if (place === 'end') return { rows: [], next: undefined };
  const page = { ...place, rowsMax: query.rowsMax };
  return kind === 'split' ? readSplits(system, query, page) : readProductLines(system, query, page);
}

function readSplits(system: Service, { contractIds, cutoffDate }: DueQuery, page: PagePlace) {
  const columns = ['bbl_milestonesplitid', 'bbl_contractid'] as const;
  const { rows, next } = system.queryPage('bbl_milestonesplit', columns, page, (query) => {
    ready(query, contractIds).where(onOrBefore('bbl_date', cutoffDate)).orderBy('bbl_milestonesplitid');
  });
  return { rows: rows.map((row) => dueRow('split', row.bbl_milestonesplitid, row.bbl_contractid)), next };
}

/** A product line without delivery date is due. domain.md 8.2-2. */
function readProductLines(system: Service, { contractIds, cutoffDate }: DueQuery, page: PagePlace) {
  const columns = ['bbl_contractlineid', 'bbl_contractid'] as const;
  const delivery = 'bbl_requesteddeliverydate';
  const { rows, next } = system.queryPage('bbl_contractline', columns, page, (query) => {
    ready(query, contractIds)
      .where(anyOf(isNull(delivery), onOrBefore(delivery, cutoffDate)))
      .orderBy('bbl_contractlineid');
  });
  return { rows: rows.map((row) => dueRow('productLine', row.bbl_contractlineid, row.bbl_contractid)), next };
}

const ready = (query: FetchQuery, contractIds: readonly string[]): FetchQuery =>
  query.where(isIn('bbl_contractid', contractIds), eq('bbl_billingstatus', BillingStatus.ReadyToInvoice));

const dueRow = (kind: Kind, id: string | null, contractId: string | null): DueRow => ({
  kind,
  id: required(id),
  contractId: required(contractId),
});

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
