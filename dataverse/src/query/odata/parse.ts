import type { MetadataIndex } from '../../metadataIndex';
import { type Aggregate, type Filter, type Order, PAGE_ROWS_MAX, type Query, ROOT } from '../ast';
import { tableOf } from '../catalogue';
import { invalidQuery, unsupportedQuery } from '../fault';
import { checkConditionCount } from '../conditions';
import { parseFetchXml } from '../fetchXml/parse';
import { readApply } from './apply';
import { readExpands, selectedColumns } from './expand';
import { parseODataFilter } from './filter';
import { AliasSource, ODataScope } from './scope';
import { readSkipToken } from './skipToken';
import { splitOutside } from './split';
import { syntaxFault } from './tokens';

/** What the parser needs of a request's query string; `URLSearchParams` has it. */
export interface QueryOptions {
  get(name: string): string | null;
  keys(): Iterable<string>;
}

const KNOWN: readonly string[] = [
  '$select',
  '$filter',
  '$orderby',
  '$top',
  '$expand',
  '$count',
  '$apply',
  '$skiptoken',
  // A wish about the answer's form, not about rows.
  '$format',
];

/**
 * Reads the query options of a request to a table's entity set. Options without `$` are not OData's and are left to the
 * caller, but for `fetchXml`, which replaces the others.
 * @throws QueryFault `invalid` (0x80060888, 0x80041102, …) or `unsupported`
 */
export function parseODataQuery(table: string, options: QueryOptions, metadata: MetadataIndex): Query {
  const fetchXml = options.get('fetchXml');
  if (fetchXml !== null) return readFetch(table, fetchXml, options, metadata);
  const given = new Map<string, string>();
  for (const name of new Set(options.keys())) {
    if (!name.startsWith('$')) continue;
    if (!KNOWN.includes(name)) throw unsupportedQuery(`the query option ${name}`);
    given.set(name, replaceAliases(options.get(name) ?? '', options));
  }
  return readQuery(metadata)(table, given, new AliasSource());
}

function readFetch(table: string, fetchXml: string, options: QueryOptions, metadata: MetadataIndex): Query {
  const query = parseFetchXml(fetchXml, metadata);
  if (query.table !== table)
    throw invalidQuery(`The entity ${query.table} of the FetchXML query is not the one of the request, ${table}.`);
  for (const name of options.keys())
    if (name.startsWith('$') && name !== '$count') throw unsupportedQuery(`${name} beside fetchXml`);
  return { ...query, totalCount: query.totalCount || readFlag('$count', options.get('$count')) };
}

const QUOTED_OR_ALIAS = /'(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|@\w+/g;

/** Puts the value of `@p1` where it is used; quotes are left alone. @throws QueryFault 0x80060888 */
function replaceAliases(text: string, options: QueryOptions): string {
  return text.replace(QUOTED_OR_ALIAS, (found) => {
    if (!found.startsWith('@')) return found;
    const value = options.get(found);
    if (value === null) throw syntaxFault(`The parameter alias ${found} has no value.`);
    return value;
  });
}

const readQuery =
  (metadata: MetadataIndex) =>
  (table: string, options: ReadonlyMap<string, string>, aliases: AliasSource): Query => {
    const scope = new ODataScope(metadata, table, aliases);
    const apply = options.get('$apply');
    const applied = apply === undefined ? undefined : readApply(apply, scope);
    if (applied && ['$select', '$filter', '$expand'].some((name) => options.has(name)))
      throw unsupportedQuery('$select, $filter or $expand beside $apply');
    const text = options.get('$filter');
    const filter: Filter | undefined = text === undefined ? applied?.filter : parseODataFilter(text, scope);
    checkConditionCount(filter);
    const columns = applied ? [] : selectedColumns(scope, table, options.get('$select'));
    const expand = options.get('$expand');
    const expands = expand === undefined ? [] : readExpands(expand, scope, ROOT, readQuery(metadata));
    const orders = readOrders(options.get('$orderby'), scope, applied?.aggregate);
    return {
      table: tableOf(metadata, table).name,
      columns: columns.map((column) => ({ column, as: column })),
      ...(filter && { filter }),
      links: scope.links(),
      orders,
      distinct: false,
      ...readPaging(options),
      totalCount: readFlag('$count', options.get('$count') ?? null),
      ...(applied && { aggregate: applied.aggregate }),
      expands,
      lookupNames: false,
    };
  };

function readFlag(name: string, text: string | null): boolean {
  if (text === null || text === 'false') return false;
  if (text === 'true') return true;
  throw syntaxFault(`Invalid value '${text}' for ${name}: it must be true or false.`);
}

function readOrders(text: string | undefined, scope: ODataScope, aggregate: Aggregate | undefined): readonly Order[] {
  return splitOutside(text ?? '', ',').map((item) => {
    const [path = '', direction = 'asc', ...more] = item.split(/\s+/);
    if ((direction !== 'asc' && direction !== 'desc') || more.length > 0)
      throw syntaxFault(`'${item}' is not valid in $orderby.`);
    const descending = direction === 'desc';
    if (aggregate) return orderOfGroup(path, descending, scope, aggregate);
    const segments = path.split('/');
    const property = segments.pop() ?? '';
    const source = segments.reduce((at, segment) => scope.follow(at, segment), ROOT);
    return { kind: 'column', ...scope.property(source, property), descending, raw: false };
  });
}

/** Documented: ordering by an aggregated value is not supported. */
function orderOfGroup(path: string, descending: boolean, scope: ODataScope, aggregate: Aggregate): Order {
  const isMeasure = aggregate.measures.some((measure) => measure.as === path);
  if (isMeasure) throw syntaxFault('The query node SingleValueOpenPropertyAccess is not supported.');
  const { column } = scope.property(ROOT, path);
  if (!aggregate.groups.some((group) => group.as === column)) throw syntaxFault(`'${path}' is no group of $apply.`);
  return { kind: 'output', as: column, descending };
}

function readPaging(options: ReadonlyMap<string, string>): Pick<Query, 'top' | 'page' | 'pagingCookie'> {
  const top = options.get('$top');
  const token = options.get('$skiptoken');
  if (top !== undefined && (!/^\d{1,9}$/.test(top) || Number(top) < 1))
    throw syntaxFault(`Invalid value '${top}' for $top: it must be a whole number of at least 1.`);
  if (top !== undefined && Number(top) > PAGE_ROWS_MAX) throw unsupportedQuery(`$top above ${PAGE_ROWS_MAX}`);
  // A next link repeats the whole query; $top has ended it on the first page.
  if (token !== undefined && top !== undefined) throw invalidQuery('$top and $skiptoken exclude each other.');
  return {
    ...(top !== undefined && { top: Number(top) }),
    ...(token === undefined ? { page: 1 } : readSkipToken(token)),
  };
}
