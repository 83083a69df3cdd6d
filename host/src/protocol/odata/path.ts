import type { ColumnMetadata, TableMetadata } from '@bbl/dataverse';
import type { MetadataIndex } from '@bbl/dataverse/metadataIndex';
import type { Row } from '@bbl/dataverse/ports';
import { canonicalGuid } from '@bbl/dataverse/query';
import type { RowAddress } from '../../pipeline/requests';
import { HostFault } from '../../faults';
import { badUrl } from './errors';
import { valueOfLiteral } from './literals';

/** A part of a path between slashes: `accounts(name='a/b')` is the name `accounts` with the arguments `name='a/b'`. */
export interface Segment {
  readonly name: string;
  readonly args: string | undefined;
}

/** Splits a path, decoded, at slashes outside of quotes and parentheses. */
export function readSegments(path: string): readonly Segment[] {
  return splitOutside(path, '/')
    .filter((part) => part !== '')
    .map(readSegment);
}

function readSegment(part: string): Segment {
  const open = part.indexOf('(');
  if (open < 0) return { name: part, args: undefined };
  if (!part.endsWith(')')) throw badUrl(`The parentheses of '${part}' are not closed.`);
  return { name: part.slice(0, open), args: part.slice(open + 1, -1) };
}

/** Splits at a separator outside of quotes and parentheses. */
export function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let isQuoted = false;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "'") isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === '(' || character === '[' || character === '{') depth++;
    else if (character === ')' || character === ']' || character === '}') depth--;
    else if (character === separator && depth === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/** `name=value,other=value` as pairs. */
export function readPairs(args: string): readonly (readonly [name: string, literal: string])[] {
  return splitOutside(args, ',')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=');
      if (equals < 1) throw badUrl(`'${pair}' has to have the form name=value.`);
      return [pair.slice(0, equals).trim(), pair.slice(equals + 1).trim()] as const;
    });
}

/** No alternate key of the table has these columns. */
const INVALID_KEY = '0x80060890';

/** The row that `set(args)` means: an id or the values of an alternate key. */
export function readAddress(table: TableMetadata, args: string, metadata: MetadataIndex): RowAddress {
  const id = canonicalGuid(args.trim().replace(/^'(.*)'$/, '$1'));
  if (id !== undefined) return { id };
  if (!args.includes('=')) throw badUrl(`'${args}' is not a valid key of ${table.setName}.`);
  const pairs = readPairs(args);
  const [first] = pairs;
  if (pairs.length === 1 && first?.[0] === table.primaryId) return { id: requireGuid(first[1]) };
  return { key: readKey(table, pairs, metadata) };
}

function readKey(table: TableMetadata, pairs: readonly (readonly [string, string])[], metadata: MetadataIndex): Row {
  const key: Row = {};
  for (const [property, literal] of pairs) {
    const column = columnOfProperty(table, property, metadata);
    if (!column) throw invalidKey(table);
    key[column.name] = valueOfLiteral(column, literal);
  }
  const names = Object.keys(key);
  const isKey = ({ columns }: { readonly columns: readonly string[] }): boolean =>
    columns.length === names.length && columns.every((column) => names.includes(column));
  if (!table.keys.some(isKey)) throw invalidKey(table);
  return key;
}

const invalidKey = (table: TableMetadata): HostFault =>
  new HostFault(400, INVALID_KEY, `The specified key attributes are not a defined key for the ${table.name} entity.`);

/** The column behind a property: its name, or `_<lookup>_value`. */
export function columnOfProperty(
  table: TableMetadata,
  property: string,
  metadata: MetadataIndex,
): ColumnMetadata | undefined {
  const columns = metadata.columns(table.name);
  return columns.get(property) ?? columns.get(/^_(\w+)_value$/.exec(property)?.[1] ?? '');
}

export function requireGuid(text: string): string {
  const id = canonicalGuid(text.replace(/^'(.*)'$/, '$1'));
  if (id === undefined) throw badUrl(`'${text}' is not a valid GUID.`);
  return id;
}
