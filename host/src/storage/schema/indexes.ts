import type { ViewMetadata } from '@bbl/dataverse/metadata';
import type { MetadataIndex } from '@bbl/dataverse/metadataIndex';
import { type ColumnRef, type Filter, type Order, parseFetchXml, QueryFault, ROOT } from '@bbl/dataverse/query';
import { type PhysicalColumn, type PhysicalModel, type PhysicalTable, quote } from './model';
import { SHARES } from './shares';

export interface IndexDefinition {
  readonly name: string;
  readonly sql: string;
}

/** Nobody looks rows up by who wrote them or by one of the few currencies; the indexes would tax every write. */
const UNINDEXED_LOOKUPS: readonly string[] = [
  'createdby',
  'createdonbehalfby',
  'modifiedby',
  'modifiedonbehalfby',
  'owningbusinessunit',
  'owninguser',
  'owningteam',
  'transactioncurrencyid',
];

/**
 * Choices, yes/no and states have few values. SQLite, which knows no statistics here, takes an equality on any index
 * for selective and would read half the table through it, and sort, where an index in the wanted order was at hand.
 */
const UNSELECTIVE: readonly string[] = ['choice', 'state', 'status', 'boolean', 'memo'];

/** Indexes of all tables: alternate keys, lookups, primary names, and what the views sort and filter on. */
export function indexesOf(
  model: PhysicalModel,
  metadata: MetadataIndex,
  views: readonly ViewMetadata[],
): readonly IndexDefinition[] {
  return [...model.values()].flatMap((table) => {
    const own = views.filter((view) => view.table === table.metadata.name);
    return tableIndexes(
      table,
      own.flatMap((view) => viewColumns(view, table, metadata)),
    );
  });
}

/** Terms of an index: physical columns with their direction, in order. */
type Terms = readonly string[];

function tableIndexes(table: PhysicalTable, wanted: readonly Terms[]): readonly IndexDefinition[] {
  const keys = table.metadata.keys.map((key) => keyIndex(table, key.name, key.columns));
  const shares = table.metadata.name === SHARES.table ? [[quote(SHARES.principal)], [quote(SHARES.object)]] : [];
  const lookups = [...table.columns.values()]
    .filter(
      ({ metadata: { type, name } }) => (type === 'lookup' || type === 'owner') && !UNINDEXED_LOOKUPS.includes(name),
    )
    .map((column) => [column.name]);
  const primaryName = table.columns.get(table.metadata.primaryName)?.folded;
  const terms = withoutPrefixes([
    ...wanted,
    ...shares,
    ...lookups,
    ...(primaryName === undefined ? [] : [[primaryName]]),
  ]);
  return [...keys, ...terms.map((each) => plainIndex(table, each))];
}

/** An index that begins like another adds nothing but the cost of writing it. */
function withoutPrefixes(all: readonly Terms[]): readonly Terms[] {
  const texts = all.map((terms) => `${terms.join()},`);
  return all.filter(
    (_terms, at) =>
      !texts.some(
        (text, other) => other !== at && text.startsWith(texts[at] ?? '') && (text !== texts[at] || other < at),
      ),
  );
}

function keyIndex(table: PhysicalTable, keyName: string, columns: readonly string[]): IndexDefinition {
  const name = quote(`key:${table.metadata.name}:${keyName}`); // Names of keys are unique within a table only.
  const terms = columns.map((column) => {
    const physical = table.columns.get(column);
    if (!physical) throw new Error(`Key ${keyName} of ${table.metadata.name} names the unknown column ${column}`);
    return physical.folded ?? physical.name;
  });
  return { name, sql: `CREATE UNIQUE INDEX ${name} ON ${table.name} (${terms.join(', ')})` };
}

function plainIndex(table: PhysicalTable, terms: Terms): IndexDefinition {
  const words = terms.map((term) => term.replaceAll('"', '').replaceAll(' ', ':'));
  const name = quote(`ix:${table.metadata.name}:${words.join(',')}`);
  return { name, sql: `CREATE INDEX ${name} ON ${table.name} (${terms.join(', ')})` };
}

function viewColumns(view: ViewMetadata, table: PhysicalTable, metadata: MetadataIndex): readonly Terms[] {
  try {
    const query = parseFetchXml(view.fetchXml, metadata);
    const filtered = rootColumns(query.filter)
      .map((name) => table.columns.get(name))
      .filter((column) => column !== undefined && !UNSELECTIVE.includes(column.metadata.type))
      .map((column) => [column?.folded ?? column?.name ?? '']);
    const order = orderTerms(query.orders, table);
    return order ? [order, ...filtered] : filtered;
  } catch (error) {
    // A view that cannot be run needs no index; whoever opens it learns why.
    if (error instanceof QueryFault) return [];
    throw error;
  }
}

/**
 * The view's order with the primary id behind it, as pages are read. A lookup, which sorts by name, may stand first:
 * pages are then read name by name, and the rest in the index's order.
 */
function orderTerms(orders: readonly Order[], table: PhysicalTable): Terms | undefined {
  const terms: string[] = [];
  for (const [at, order] of orders.entries()) {
    if (order.kind !== 'column' || order.source !== ROOT) return undefined;
    const column = table.columns.get(order.column);
    if (!column || UNSELECTIVE.includes(column.metadata.type) || (at > 0 && isReference(column))) return undefined;
    const direction = order.descending && !isReference(column) ? ' DESC' : '';
    terms.push(`${column.folded ?? column.name}${direction}`);
  }
  return terms.length > 0 ? [...terms, table.id.name] : undefined;
}

const isReference = ({ metadata: { type } }: PhysicalColumn): boolean => type === 'lookup' || type === 'owner';

function rootColumns(filter: Filter | undefined): readonly string[] {
  const isRoot = (ref: ColumnRef): boolean => ref.source === ROOT;
  if (filter?.kind === 'and' || filter?.kind === 'or') return filter.filters.flatMap(rootColumns);
  return filter?.kind === 'condition' && isRoot(filter) ? [filter.column] : [];
}
