import { type ColumnInfo, TABLES, type TableInfo } from '../../generated/metadata';
import type { RowByTable, TableName } from '../../generated/tables';
import { type Row, type Value, choice, dateTime, decimal, guid, lookup, money } from '../ports';

/** A value of a plain row: what rules calculate with, without the engine's wrappers. */
export type PlainValue = string | number | boolean | null;

type PlainRow = { [column: string]: PlainValue };

/** The columns `C` of a row, all there: empty is null. */
export type Columns<T extends TableName, C extends keyof RowByTable[T]> = {
  [K in C]-?: Exclude<RowByTable[T][K], undefined>;
};

/** An owner that is a team is told from a user by this word before its id. */
const TEAM_OWNER = 'team:';

/**
 * Engine row to plain row: choices become numbers, money and decimals exact decimal text, lookups and ids lower-case
 * ids, date-only `YYYY-MM-DD`, points in time ISO text. An owner is a user's id, or `team:<id>`.
 */
export function decodeRow<T extends TableName>(table: T, row: Row): Partial<RowByTable[T]> {
  const { columns } = infoOf(table);
  const plain: PlainRow = {};
  for (const column in row) plain[column] = decodeValue(row[column] ?? null, columns[column]);
  return plain as Partial<RowByTable[T]>;
}

/** `decodeRow` for a row that was read: the columns asked for are all there. */
export function decodeColumns<T extends TableName, C extends keyof RowByTable[T] & string>(
  table: T,
  row: Row,
  names: readonly C[],
): Columns<T, C> {
  const { columns } = infoOf(table);
  const plain: PlainRow = {};
  for (const name of names) plain[name] = decodeValue(row[name] ?? null, columns[name]);
  return plain as Columns<T, C>;
}

/** Plain row to engine row. Unknown columns are bugs, and so are values that their column cannot hold. */
export function encodeRow<T extends TableName>(table: T, plain: Partial<RowByTable[T]>): Row {
  const { columns } = infoOf(table);
  const source = plain as { readonly [column: string]: PlainValue | undefined };
  const row: Row = {};
  for (const column in source) {
    const value = source[column];
    if (value === undefined) continue;
    row[column] = value === null ? null : encodeValue(value, columnOf(table, columns, column));
  }
  return row;
}

function decodeValue(value: Value, column: ColumnInfo | undefined): PlainValue {
  if (typeof value !== 'object' || value === null) return value;
  if (!('t' in value)) throw new TypeError('A column holds no list');
  if (value.t === 'lookup')
    return column?.type === 'owner' && value.table === 'team' ? TEAM_OWNER + value.id : value.id;
  return value.t === 'datetime' && column?.type === 'dateonly' ? value.v.slice(0, 10) : value.v;
}

function encodeValue(value: string | number | boolean, column: ColumnInfo): Value {
  switch (column.type) {
    case 'money':
      return money(String(value));
    case 'decimal':
      return decimal(String(value));
    case 'choice':
    case 'state':
    case 'status':
      return choice(Number(value));
    case 'dateonly':
      return dateTime(`${value}T00:00:00Z`);
    case 'datetime':
      return dateTime(String(value));
    case 'uniqueidentifier':
      return guid(String(value));
    case 'lookup':
      return lookup(targetOf(column), String(value));
    case 'owner':
      return encodeOwner(String(value));
    case 'string':
    case 'memo':
    case 'integer':
    case 'bigint':
    case 'boolean':
      return value;
  }
}

function encodeOwner(owner: string): Value {
  return owner.startsWith(TEAM_OWNER) ? lookup('team', owner.slice(TEAM_OWNER.length)) : lookup('systemuser', owner);
}

/** Every lookup that rules write points to one table. */
function targetOf({ targets = {} }: ColumnInfo): string {
  const names = Object.keys(targets);
  const [only] = names;
  if (only === undefined || names.length > 1)
    throw new TypeError('A lookup of several tables cannot be written from its id');
  return only;
}

function infoOf(table: string): TableInfo {
  const info = TABLES[table];
  if (!info) throw new TypeError(`Unknown table ${table}`);
  return info;
}

function columnOf(table: string, columns: TableInfo['columns'], name: string): ColumnInfo {
  const column = columns[name];
  if (!column) throw new TypeError(`Unknown column ${table}.${name}`);
  return column;
}
