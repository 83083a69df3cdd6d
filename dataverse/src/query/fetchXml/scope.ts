import type { ColumnMetadata } from '../../metadata';
import type { MetadataIndex } from '../../metadataIndex';
import { type ColumnRef, LINKS_MAX, ROOT, type Source } from '../ast';
import { columnOf, tableOf } from '../catalogue';
import { invalidQuery, QueryFaultCode, unsupportedQuery } from '../fault';
import { type FetchNode, requiredAttribute } from './document';

const ALIAS = /^[A-Za-z_]\w*$/;
/** Link types that say whether a row is returned and add nothing to it. */
const RESTRICTING: readonly string[] = ['exists', 'in'];

/** Tables of a query by alias. Built before anything else is read: a filter may name a link that follows it. */
export class FetchScope {
  private readonly tables = new Map<Source, string>();
  private readonly aliases = new Map<FetchNode, Source>();
  /** Links whose rows are part of the result: neither inside a filter nor there to restrict alone. */
  private readonly joined = new Set<Source>([ROOT]);
  /** Names that `entityname` may use for a link without an alias of its own. */
  private readonly byTableName = new Map<string, Source>();

  constructor(
    readonly metadata: MetadataIndex,
    entity: FetchNode,
    /** Attributes are groups and measures then, and links return no columns. */
    readonly isAggregate: boolean,
  ) {
    this.tables.set(ROOT, tableOf(metadata, requiredAttribute(entity, 'name')).name);
    this.declareLinks(entity, true);
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
    if (source === undefined || (source !== at && !this.joined.has(source)))
      throw invalidQuery(
        `The alias '${name}' is not used by any link-entity whose rows are joined.`,
        QueryFaultCode.InvalidAlias,
      );
    // A join's condition can only look at what was joined before it; Dataverse documents the root's filter alone.
    if (at !== ROOT && source !== at) throw unsupportedQuery(`entityname '${name}' inside another link-entity`);
    return source;
  }

  isJoined(source: Source): boolean {
    return this.joined.has(source);
  }

  private declareLinks(parent: FetchNode, isJoined: boolean): void {
    for (const node of parent.children) {
      if (node.name === 'filter') this.declareLinks(node, false);
      if (node.name !== 'link-entity') continue;
      const alias = this.declareLink(node);
      const isInResult = isJoined && !RESTRICTING.includes(node.attributes['link-type'] ?? '');
      if (isInResult) this.joined.add(alias);
      this.declareLinks(node, isInResult);
    }
  }

  private declareLink(node: FetchNode): Source {
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
    return alias;
  }

  /** As the platform names links without alias: the table and a number. */
  private freeAlias(table: string): Source {
    let number = 1;
    while (this.tables.has(`${table}${number}`)) number++;
    return `${table}${number}`;
  }
}
