import type { Navigation } from '../../metadataIndex';
import type { Expand, Query, Source } from '../ast';
import { tableOf } from '../catalogue';
import { readableColumns } from '../fetchXml/columns';
import { unsupportedQuery } from '../fault';
import { type AliasSource, type ODataScope, propertyColumn, unknownProperty } from './scope';
import { splitCall, splitOutside } from './split';
import { syntaxFault } from './tokens';

/** Reads a query from `$`-options; given by the parser, which collections need again. */
export type ReadOptions = (table: string, options: ReadonlyMap<string, string>, aliases: AliasSource) => Query;

/** Columns that `$select` names; all that can be read when it is absent. */
export function selectedColumns(scope: ODataScope, table: string, select: string | undefined): readonly string[] {
  if (select === undefined) return readableColumns(scope.metadata, table);
  const names = splitOutside(select, ',');
  return [...new Set(names.map((name) => propertyColumn(scope.metadata, table, name)))];
}

/** Reads `$expand` for the rows of `source`. @throws QueryFault 0x80060888, unsupported on `$levels`, `/$ref`, … */
export function readExpands(
  text: string,
  scope: ODataScope,
  source: Source,
  readOptions: ReadOptions,
): readonly Expand[] {
  return splitOutside(text, ',').map((item) => {
    const { name, inside } = splitCall(item);
    if (name.includes('/')) throw unsupportedQuery(`$expand of '${name}'`);
    const navigation = scope.navigation(source, name);
    if (!navigation) throw unknownProperty(name, scope.tableName(source));
    const expanding: Expanding = {
      property: name,
      navigation,
      options: readInnerOptions(inside ?? ''),
      scope,
      readOptions,
    };
    return navigation.kind === 'lookup' ? expandLookup(expanding, source) : expandCollection(expanding);
  });
}

interface Expanding {
  readonly property: string;
  readonly navigation: Navigation;
  readonly options: ReadonlyMap<string, string>;
  readonly scope: ODataScope;
  readonly readOptions: ReadOptions;
}

function readInnerOptions(text: string): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (const part of splitOutside(text, ';')) {
    const equals = part.indexOf('=');
    const name = part.slice(0, equals).trim();
    if (equals < 0 || options.has(name)) throw syntaxFault(`'${part}' is no valid option of $expand.`);
    options.set(name, part.slice(equals + 1).trim());
  }
  return options;
}

function requireOptions(options: ReadonlyMap<string, string>, allowed: readonly string[], where: string): void {
  for (const name of options.keys())
    if (!allowed.includes(name)) throw unsupportedQuery(`${name} in the $expand of ${where}`);
}

function expandLookup({ property, navigation, options, scope, readOptions }: Expanding, source: Source): Expand {
  requireOptions(options, ['$select', '$expand'], `the lookup ${property}`);
  const table = navigation.targetTable;
  const alias = scope.follow(source, property);
  const { primaryId } = tableOf(scope.metadata, table);
  const columns = selectedColumns(scope, table, options.get('$select'));
  scope.select(alias, columns.includes(primaryId) ? columns : [primaryId, ...columns]);
  const nested = options.get('$expand');
  const expands = nested === undefined ? [] : readExpands(nested, scope, alias, readOptions);
  return { kind: 'lookup', property, table, alias, columns, expands };
}

function expandCollection({ property, navigation, options, scope, readOptions }: Expanding): Expand {
  requireOptions(options, ['$select', '$filter', '$orderby', '$top', '$expand'], `the collection ${property}`);
  // Documented: neither is supported together with a nested expand.
  if (options.has('$expand') && (options.has('$orderby') || options.has('$top')))
    throw unsupportedQuery(`$orderby or $top beside a nested $expand in the collection ${property}`);
  return {
    kind: 'collection',
    property,
    table: navigation.targetTable,
    referencingColumn: navigation.relationship.referencingColumn,
    query: readOptions(navigation.targetTable, options, scope.aliases),
  };
}
