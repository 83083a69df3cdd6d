import type { ColumnMetadata, RelationshipMetadata, TableMetadata } from '../metadata';

/** A lookup that the platform relates by itself: where it points and how the relationship of a table is called. */
interface SystemLookup {
  readonly target: string;
  readonly relationship: (table: string) => string;
  readonly cascadeDelete: RelationshipMetadata['cascadeDelete'];
}

const auditLookup = (column: string): SystemLookup => ({
  target: 'systemuser',
  relationship: (table) => `lk_${table}_${column}`,
  cascadeDelete: 'NoCascade',
});

/**
 * Files leave these relationships out and the platform makes them (platform.md 1.10). The owner is a user or a team;
 * the user comes last, so that the navigation property `ownerid` leads to users where only one target is possible.
 * A user, team or unit that owns rows, and a currency in use, cannot be deleted.
 */
const SYSTEM_LOOKUPS: { readonly [column: string]: readonly SystemLookup[] } = {
  transactioncurrencyid: [
    {
      target: 'transactioncurrency',
      relationship: (table) => `transactioncurrency_${table}`,
      cascadeDelete: 'Restrict',
    },
  ],
  organizationid: [
    { target: 'organization', relationship: (table) => `organization_${table}`, cascadeDelete: 'NoCascade' },
  ],
  createdby: [auditLookup('createdby')],
  createdonbehalfby: [auditLookup('createdonbehalfby')],
  modifiedby: [auditLookup('modifiedby')],
  modifiedonbehalfby: [auditLookup('modifiedonbehalfby')],
  ownerid: [
    { target: 'team', relationship: (table) => `owner_team_${table}`, cascadeDelete: 'Restrict' },
    { target: 'systemuser', relationship: (table) => `owner_${table}`, cascadeDelete: 'Restrict' },
  ],
  owninguser: [{ target: 'systemuser', relationship: (table) => `user_${table}`, cascadeDelete: 'NoCascade' }],
  owningteam: [{ target: 'team', relationship: (table) => `team_${table}`, cascadeDelete: 'NoCascade' }],
  owningbusinessunit: [
    { target: 'businessunit', relationship: (table) => `business_unit_${table}`, cascadeDelete: 'Restrict' },
  ],
};

/** Relationships that the platform adds to a table for the system lookups among its columns. */
export function systemRelationshipsOf(table: TableMetadata): RelationshipMetadata[] {
  return table.columns.flatMap((column) => relationshipsOfColumn(table, column));
}

function relationshipsOfColumn(table: TableMetadata, column: ColumnMetadata): RelationshipMetadata[] {
  if (column.type !== 'lookup' && column.type !== 'owner') return [];
  return (SYSTEM_LOOKUPS[column.name] ?? []).map((lookup) => ({
    name: lookup.relationship(table.name),
    referencedTable: lookup.target,
    referencingTable: table.name,
    referencingColumn: column.name,
    lookupNavigation: column.name,
    collectionNavigation: lookup.relationship(table.name),
    cascadeDelete: lookup.cascadeDelete,
    cascadeAssign: 'NoCascade',
    cascadeShare: 'NoCascade',
    cascadeReparent: 'NoCascade',
  }));
}
