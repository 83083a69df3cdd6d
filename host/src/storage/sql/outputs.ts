import { type Link, type Query, ROOT, type SelectedColumn, VERSION_COLUMN } from '@bbl/dataverse/query';
import { type ColumnReader, columnReader } from '../values/decode';
import { type Fragment, fragment } from './fragment';
import { joinedLinks } from './links';
import type { SqlScope } from './scope';

export interface Output {
  /** Key in the row. */
  readonly as: string;
  readonly reader: ColumnReader;
  /** What makes two values alike. */
  readonly key: string;
}

/** Asked columns; unless alike rows are to become one, the primary id and the version too. */
export function outputsOf(query: Query, scope: SqlScope): readonly Output[] {
  const { primaryId } = scope.tableOf(ROOT).metadata;
  const system = query.distinct ? [] : [primaryId, VERSION_COLUMN.name].map((column) => ({ column, as: column }));
  const ofLink = (link: Link): readonly Output[] => link.columns.map((column) => outputOf(link.alias, column, scope));
  const outputs = [
    ...[...system, ...query.columns].map((column) => outputOf(ROOT, column, scope)),
    ...joinedLinks(query.links).flatMap(ofLink),
  ];
  // The last of two columns under one key wins, as it would when a row is built.
  return [...new Map(outputs.map((output) => [output.as, output])).values()];
}

function outputOf(source: string, { column, as }: SelectedColumn, scope: SqlScope): Output {
  const { alias, physical, comparable } = scope.column({ source, column });
  return { as, reader: columnReader(alias, physical, scope.nameOf), key: comparable };
}

export const selectSql = (outputs: readonly Output[], more = ''): Fragment =>
  fragment(`SELECT ${outputs.flatMap((output) => output.reader.expressions).join(', ')}${more}`);
