import type { ColumnType } from '@bbl/dataverse/metadata';
import type { Value } from '@bbl/dataverse/ports';
import type { PhysicalColumn } from '../schema/model';
import { unscale } from './scaled';

/** What SQLite returns; integers are numbers, and safe ones: large ones are read as text. */
export type Stored = string | number | null;

/** Turns the stored value, and the one after it for a lookup to several tables, into an engine value. */
export type Decoder = (stored: Stored, next: Stored) => Value;

/** An output column: SQL expressions to select, and the decoder of what they give. */
export interface ColumnReader {
  readonly expressions: readonly string[];
  readonly decode: Decoder;
}

/** Primary name of a row; null when it has none. */
export type NameOf = (table: string, id: string) => string | null;

/** `alias` is the SQL alias of the column's table. With `nameOf` lookups carry the name of the row they point to. */
export function columnReader(alias: string, physical: PhysicalColumn, nameOf?: NameOf): ColumnReader {
  const name = `${alias}.${physical.name}`;
  const { type } = physical.metadata;
  if (type === 'money' || type === 'decimal') return scaledReader(`CAST(${name} AS TEXT)`, physical);
  if (type === 'lookup' || type === 'owner') return lookupReader(name, alias, physical, nameOf);
  return { expressions: [name], decode: DECODERS[type] };
}

/** Text, because a double does not hold all of SQLite's integers. */
export function scaledReader(expression: string, physical: PhysicalColumn): ColumnReader {
  const { scale } = physical;
  const t = physical.metadata.type === 'money' ? 'money' : 'decimal';
  return {
    expressions: [expression],
    decode: (stored) => (stored === null ? null : { t, v: unscale(String(stored), scale) }),
  };
}

function lookupReader(
  name: string,
  alias: string,
  { metadata, target }: PhysicalColumn,
  nameOf: NameOf | undefined,
): ColumnReader {
  const valueOf = (table: string, id: string): Value => {
    const rowName = nameOf?.(table, id) ?? null;
    return rowName === null ? { t: 'lookup', table, id } : { t: 'lookup', table, id, name: rowName };
  };
  const only = metadata.targets?.[0] ?? '';
  if (target === undefined)
    return { expressions: [name], decode: (stored) => (stored === null ? null : valueOf(only, String(stored))) };
  return {
    expressions: [name, `${alias}.${target}`],
    decode: (stored, table) => (stored === null ? null : valueOf(String(table), String(stored))),
  };
}

const asIs: Decoder = (stored) => stored;
const asChoice: Decoder = (stored) => (stored === null ? null : { t: 'choice', v: Number(stored) });

const DECODERS: { readonly [type in Exclude<ColumnType, 'money' | 'decimal' | 'lookup' | 'owner'>]: Decoder } = {
  uniqueidentifier: (stored) => (stored === null ? null : { t: 'guid', v: String(stored) }),
  string: asIs,
  memo: asIs,
  integer: asIs,
  bigint: asIs,
  boolean: (stored) => (stored === null ? null : stored === 1),
  choice: asChoice,
  state: asChoice,
  status: asChoice,
  dateonly: (stored) => (stored === null ? null : { t: 'datetime', v: `${stored}T00:00:00Z` }),
  datetime: (stored) => (stored === null ? null : { t: 'datetime', v: `${stored}Z` }),
};
