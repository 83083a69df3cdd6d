import type { ColumnMetadata } from '../../metadata';
import type { MetadataIndex, Navigation } from '../../metadataIndex';
import { type ColumnRef, type Filter, type Link, LINKS_MAX, ROOT, type SelectedColumn, type Source } from '../ast';
import { columnOf, findColumn, isReference, tableOf } from '../catalogue';
import { invalidQuery, QueryFaultCode } from '../fault';
import { syntaxFault } from './tokens';

/** A table in the query being read, with the outer links that paths and `$expand` have led to so far. */
interface Place {
  readonly source: Source;
  readonly table: string;
  readonly parts: Map<string, LinkDraft>;
}

interface LinkDraft extends Place {
  readonly from: string;
  readonly to: string;
  readonly columns: SelectedColumn[];
}

/** Aliases of one request; a lambda's links must not take the name of the root's. */
export class AliasSource {
  private count = 0;

  next(): Source {
    this.count++;
    if (this.count > LINKS_MAX)
      throw invalidQuery('Number of link entities in query exceeded maximum limit.', QueryFaultCode.TooManyLinks);
    return `n${this.count}`;
  }
}

/**
 * Names inside one row of a table: properties, and paths through lookups, which become outer links, one for each
 * lookup however often it is walked.
 */
export class ODataScope {
  private readonly places = new Map<Source, Place>();

  constructor(
    readonly metadata: MetadataIndex,
    readonly table: string,
    readonly aliases: AliasSource,
    /** Alias of the related rows in a lambda, {@link ROOT} otherwise. */
    readonly source: Source = ROOT,
  ) {
    tableOf(metadata, table);
    this.places.set(source, { source, table, parts: new Map() });
  }

  /** The column that a property names: its logical name, or `_<lookup>_value`. @throws QueryFault 0x80060888 */
  property(source: Source, property: string): ColumnRef {
    const { table } = this.place(source);
    return { source, column: propertyColumn(this.metadata, table, property) };
  }

  column(ref: ColumnRef): ColumnMetadata {
    return columnOf(this.metadata, this.place(ref.source).table, ref.column);
  }

  tableName(source: Source): string {
    return this.place(source).table;
  }

  navigation(source: Source, property: string): Navigation | undefined {
    return this.metadata.navigation(this.place(source).table, property);
  }

  /** The source behind a lookup. @throws QueryFault 0x80060888 when `property` is no single-valued navigation property */
  follow(source: Source, property: string): Source {
    const place = this.place(source);
    const known = place.parts.get(property);
    if (known) return known.source;
    const navigation = this.metadata.navigation(place.table, property);
    if (navigation?.kind !== 'lookup') throw unknownProperty(property, place.table);
    const draft: LinkDraft = {
      source: this.aliases.next(),
      table: navigation.targetTable,
      parts: new Map(),
      from: tableOf(this.metadata, navigation.targetTable).primaryId,
      to: navigation.relationship.referencingColumn,
      columns: [],
    };
    place.parts.set(property, draft);
    this.places.set(draft.source, draft);
    return draft.source;
  }

  /** Makes the link `source` return these columns as `source.column`. */
  select(source: Source, columns: readonly string[]): void {
    const draft = this.places.get(source) as LinkDraft | undefined;
    columns.forEach((column) => draft?.columns.push({ column, as: `${source}.${column}` }));
  }

  links(): readonly Link[] {
    return linksOf(this.place(this.source));
  }

  private place(source: Source): Place {
    const place = this.places.get(source);
    if (!place) throw new Error(`No such source in the query: '${source}'`);
    return place;
  }
}

const linksOf = (place: Place): readonly Link[] =>
  [...place.parts.values()].map((draft) => ({
    table: draft.table,
    alias: draft.source,
    from: draft.from,
    to: draft.to,
    type: 'outer',
    columns: draft.columns,
    links: linksOf(draft),
  }));

export const unknownProperty = (property: string, table: string): Error =>
  syntaxFault(`Could not find a property named '${property}' on type 'Microsoft.Dynamics.CRM.${table}'.`);

const LOOKUP_VALUE = /^_(\w+)_value$/;

/** @throws QueryFault 0x80060888 when the table has no such property */
export function propertyColumn(metadata: MetadataIndex, table: string, property: string): string {
  const lookup = LOOKUP_VALUE.exec(property)?.[1];
  const column = findColumn(metadata, table, lookup ?? property);
  if (!column || isReference(column) !== (lookup !== undefined)) throw unknownProperty(property, table);
  return column.name;
}

/** `related` for a lambda over a collection. @throws QueryFault when `property` is no collection of the table */
export function relatedRows(scope: ODataScope, source: Source, property: string): { inner: ODataScope; link: Link } {
  const navigation = scope.navigation(source, property);
  if (navigation?.kind !== 'collection') throw unknownProperty(property, scope.tableName(source));
  const alias = scope.aliases.next();
  const inner = new ODataScope(scope.metadata, navigation.targetTable, scope.aliases, alias);
  const link: Link = {
    table: navigation.targetTable,
    alias,
    from: navigation.relationship.referencingColumn,
    to: tableOf(scope.metadata, scope.tableName(source)).primaryId,
    type: 'exists',
    columns: [],
    links: [],
  };
  return { inner, link };
}

/** `link` with what its filter needed. */
export const withFilter = (link: Link, inner: ODataScope, filter: Filter | undefined): Link => ({
  ...link,
  ...(filter && { filter }),
  links: inner.links(),
});
