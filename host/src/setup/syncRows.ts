import type { MetadataIndex } from '@bbl/dataverse/metadataIndex';
import type { Row, Value } from '@bbl/dataverse/ports';
import { isKind } from '@bbl/dataverse/ports';
import { allRows, idIn } from '../reads';
import type { Store } from '../storage/store';

/** The rows a table has to hold, by id. */
export interface RowSet {
  readonly table: string;
  readonly rows: ReadonlyMap<string, Row>;
  /** Whether rows with other ids stay: tables in which users keep rows of their own. */
  readonly keepOthers?: boolean;
}

export interface SyncTarget {
  readonly store: Store;
  readonly metadata: MetadataIndex;
  /** Audit columns of new rows, for tables that have them. */
  readonly stamp: Row;
}

/** Makes the table hold these rows. Writes what differs and nothing else, so an unchanged solution costs reads only. */
export function syncRows({ table, rows, keepOthers = false }: RowSet, { store, metadata, stamp }: SyncTarget): void {
  const held = heldRows(store, table, metadata.table(table)?.primaryId ?? '', columnsOf(rows));
  const audit = metadata.column(table, 'createdby') ? stamp : {};
  for (const [id, row] of rows) {
    const present = held.get(id);
    if (!present) store.insert(table, id, { ...row, ...audit });
    else if (!isSame(row, present)) store.update(table, id, row);
  }
  if (keepOthers) return;
  for (const id of held.keys()) if (!rows.has(id)) store.remove(table, id);
}

function columnsOf(rows: ReadonlyMap<string, Row>): readonly string[] {
  const [first] = rows.values();
  return first ? Object.keys(first) : [];
}

const heldRows = (store: Store, table: string, primaryId: string, columns: readonly string[]): Map<string, Row> =>
  new Map(allRows(store, { table, columns }).map((row) => [idIn(row[primaryId]), row]));

const isSame = (wanted: Row, held: Row): boolean =>
  Object.entries(wanted).every(([column, value]) => plain(value) === plain(held[column] ?? null));

/** What makes a value: the name that a lookup may carry is none of it. */
function plain(value: Value): string | number | boolean | null {
  if (isKind(value, 'lookup')) return `${value.table}(${value.id})`;
  if (Array.isArray(value)) return value.join();
  return typeof value === 'object' && value !== null && 'v' in value
    ? value.v
    : (value as string | number | boolean | null);
}
