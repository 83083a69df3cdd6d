import type { ColumnMetadata } from '../../metadata';
import type { MetadataIndex } from '../../metadataIndex';
import { type ColumnRef, LINKS_MAX, ROOT, type Source } from '../ast';
import { columnOf, tableOf } from '../catalogue';
import { invalidQuery, QueryFaultCode, unsupportedQuery } from '../fault';
import { type FetchNode, requiredAttribute } from './document';

const ALIAS = /^[A-Za-z_]\w*$/;

/** Tables of a query by alias. Built before anything else is read: a filter may name a link that follows it. */
export class FetchScope {
  private readonly tables = new Map<Source, string>();
  private readonly aliases = new Map<FetchNode, Source>();
  /** Names that `entityname` may use for a link without an alias of its own. */
  private readonly byTableName = new Map<string, Source>();

  constructor(
    readonly metadata: MetadataIndex,
    entity: FetchNode,
    /** Attributes are groups and measures then, and links return no columns. */
    readonly isAggregate: boolean,
  ) {
    this.tables.set(ROOT, tableOf(metadata, requiredAttribute(entity, 'name')).name);
    this.declareLinks(entity);
    if (this.aliases.size > LINKS_MAX)
      throw invalidQuery('Number of link entities in query exceeded maximum limit.', QueryFaultCode.TooManyLinks);
  }

  tableName(source: Source): string {
    return this.tables.get(source) ?? '';
  }

  aliasOf(link: FetchNode): Source {
    return this.aliases.get(link) ?? '';
  }

  column(ref: ColumnRef): ColumnMetadata {
    return columnOf(this.metadata, this.tableName(ref.source), ref.column);
  }

  /** The source that `entityname` or the part before the point of `valueof` means. */
  resolve(name: string | undefined, at: Source): Source {
    if (!name) return at;
    const source = this.tables.has(name) ? name : this.byTableName.get(name);
    if (source === undefined)
      throw invalidQuery(`The alias '${name}' is not used by any link-entity.`, QueryFaultCode.InvalidAlias);
    // A join's condition can only look at what was joined before it; Dataverse documents the root's filter alone.
    if (at !== ROOT && source !== at) throw unsupportedQuery(`entityname '${name}' inside another link-entity`);
    return source;
  }

  private declareLinks(parent: FetchNode): void {
    for (const node of parent.children) {
      if (node.name === 'link-entity') this.declareLink(node);
      if (node.name === 'link-entity' || node.name === 'filter') this.declareLinks(node);
    }
  }

  private declareLink(node: FetchNode): void {
    const table = tableOf(this.metadata, requiredAttribute(node, 'name')).name;
    const given = node.attributes.alias;
    if (given !== undefined && !ALIAS.test(given))
      throw invalidQuery(
        `Invalid character specified for alias: ${given}. Only characters within the ranges [A-Z], [a-z] or [0-9] or _ are allowed.`,
        QueryFaultCode.InvalidAlias,
      );
    const alias = given ?? this.freeAlias(table);
    if (this.tables.has(alias))
      throw invalidQuery(`The alias '${alias}' is used more than once.`, QueryFaultCode.InvalidAlias);
    this.tables.set(alias, table);
    this.aliases.set(node, alias);
    if (given === undefined && !this.byTableName.has(table)) this.byTableName.set(table, alias);
  }

  /** As the platform names links without alias: the table and a number. */
  private freeAlias(table: string): Source {
    let number = 1;
    while (this.tables.has(`${table}${number}`)) number++;
    return `${table}${number}`;
  }
}
