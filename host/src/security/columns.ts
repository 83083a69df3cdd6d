import type { MetadataIndex } from '@bbl/dataverse/metadataIndex';
import type { Row, RowPage } from '@bbl/dataverse/ports';
import type { ColumnRef, Filter, Link, Query, SelectedColumn } from '@bbl/dataverse/query';
import { ROOT } from '@bbl/dataverse/query';
import { FaultCode, HostFault } from '../faults';
import type { ColumnRights, UserRights } from './principal';

const NOTHING: ColumnRights = { read: false, create: false, update: false };

/** Column security: secured columns and who may read or write them. Never asked about unrestricted users. */
export class ColumnSecurity {
  /** By table: the secured columns with the column whose permission counts; a base twin follows its amount. */
  private readonly securedByTable = new Map<string, ReadonlyMap<string, string>>();

  constructor(private readonly metadata: MetadataIndex) {}

  /** Throws 0x8004f507 when the row holds a secured column that the user may not write. */
  requireWritable(user: UserRights, table: string, sent: Row, operation: 'create' | 'update'): void {
    const secured = this.securedOf(table);
    if (secured.size === 0) return;
    const refused = Object.keys(sent).filter(
      (column) => secured.has(column) && !this.rightsOn(user, table, column)[operation],
    );
    if (refused.length > 0) throw denied(user, operation, table, refused);
  }

  hide(user: UserRights, table: string, row: Row): Row {
    const keys = Object.keys(row).filter((column) => this.isHidden(user, table, column));
    return keys.length === 0 ? row : withEmpty(row, keys);
  }

  hidePage(user: UserRights, query: Query, page: RowPage): RowPage {
    const keys = [
      ...this.hiddenKeys(user, query.table, query.columns),
      ...query.links.flatMap((link) => this.hiddenKeysOfLink(user, link)),
    ];
    return keys.length === 0 ? page : { ...page, rows: page.rows.map((row) => withEmpty(row, keys)) };
  }

  /** Whoever may not read a column may not sort, filter or add up by it either. */
  requireReadableQuery(user: UserRights, query: Query): void {
    const tables = new Map([[ROOT, query.table]]);
    query.links.forEach((link) => addTables(link, tables));
    const refs = [
      ...(query.filter ? columnsOf(query.filter, tables) : []),
      ...query.links.flatMap((link) => linkConditions(link, tables)),
      ...query.orders.flatMap((order) => (order.kind === 'column' ? [order] : [])),
      ...(query.aggregate ? [...query.aggregate.groups, ...query.aggregate.measures] : []),
    ];
    for (const { source, column } of refs) {
      const table = tables.get(source) ?? query.table;
      if (this.isHidden(user, table, column)) throw denied(user, 'read', table, [column]);
    }
  }

  private hiddenKeysOfLink(user: UserRights, link: Link): string[] {
    return [
      ...this.hiddenKeys(user, link.table, link.columns),
      ...link.links.flatMap((inner) => this.hiddenKeysOfLink(user, inner)),
    ];
  }

  private hiddenKeys(user: UserRights, table: string, columns: readonly SelectedColumn[]): string[] {
    return columns.filter(({ column }) => this.isHidden(user, table, column)).map(({ as }) => as);
  }

  private isHidden(user: UserRights, table: string, column: string): boolean {
    return this.securedOf(table).has(column) && !this.rightsOn(user, table, column).read;
  }

  private rightsOn(user: UserRights, table: string, column: string): ColumnRights {
    const governing = this.securedOf(table).get(column) ?? column;
    return user.columns.get(`${table}.${governing}`) ?? NOTHING;
  }

  private securedOf(table: string): ReadonlyMap<string, string> {
    const known = this.securedByTable.get(table);
    if (known) return known;
    const columns = this.metadata.columns(table);
    const secured = new Map<string, string>();
    for (const { name, isSecured, baseOf } of columns.values()) {
      const governing = baseOf ?? name;
      if (isSecured || columns.get(governing)?.isSecured) secured.set(name, governing);
    }
    this.securedByTable.set(table, secured);
    return secured;
  }
}

function withEmpty(row: Row, keys: readonly string[]): Row {
  const copy: Row = { ...row };
  for (const key of keys) if (copy[key] !== undefined) copy[key] = null;
  return copy;
}

function addTables(link: Link, tables: Map<string, string>): void {
  tables.set(link.alias, link.table);
  link.links.forEach((inner) => addTables(inner, tables));
}

function linkConditions(link: Link, tables: Map<string, string>): ColumnRef[] {
  return [
    ...(link.filter ? columnsOf(link.filter, tables) : []),
    ...link.links.flatMap((inner) => linkConditions(inner, tables)),
  ];
}

function columnsOf(filter: Filter, tables: Map<string, string>): ColumnRef[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.filters.flatMap((inner) => columnsOf(inner, tables));
    case 'not':
      return columnsOf(filter.filter, tables);
    case 'condition':
      return [filter];
    case 'comparison':
      return [filter.left, filter.right];
    case 'related':
      addTables(filter.link, tables);
      return linkConditions(filter.link, tables);
  }
}

function denied(user: UserRights, operation: string, table: string, columns: readonly string[]): HostFault {
  return new HostFault(
    403,
    FaultCode.ColumnSecurity,
    `Caller (Id=${user.id}) does not have ${operation} permission on the secured column(s) ${columns.join(', ')} of ${table}.`,
  );
}
