import type { ColumnMetadata, TableMetadata } from '@bbl/dataverse';
import { serverManagedColumns } from '../../shared/serverManaged';
import { type Finding, rule } from '../finding';
import { type Check, type LintSubject, tableFile } from '../subject';

const PROFILES_FILE = 'Other/FieldSecurityProfiles.xml';

const notSecured = rule(
  'secured-columns',
  'Write <IsSecured>1</IsSecured>: the guard is the second lock, not the only one.',
);
const unsecurable = rule('secured-kinds', 'Write <IsSecured>0</IsSecured>: the platform cannot secure such a column.');
const notInProfile = rule(
  'profile-columns',
  'Add a permission to read it (4, 0, 0): without one only administrators see the column.',
);
const strayPermission = rule('profile-strays', 'Take the permission out, or secure the column.');
const wideRights = rule('profile-rights', 'Allow reading only: 4, 0, 0.');

/** Secured columns are those that the server alone writes, and every profile lets people read exactly them. */
export const checkColumnSecurity: Check = (subject) => [
  ...subject.model.tables.flatMap((table) => table.columns.flatMap((column) => checkColumn(subject, table, column))),
  ...subject.model.columnSecurityProfiles.flatMap((profile) => checkProfile(subject, profile)),
];

/** Column types that carry a status or an amount; lookups and primary names cannot be secured. */
const SECURED_TYPES: ReadonlySet<string> = new Set(['choice', 'money']);

function checkColumn(subject: LintSubject, table: TableMetadata, column: ColumnMetadata): Finding[] {
  const name = `${table.name}.${column.name}`;
  const isServerManaged = serverManagedColumns(subject.model).get(table.name)?.includes(column.name) ?? false;
  const isMeantOpen = subject.surface.unsecuredServerColumns.includes(name);
  if (isServerManaged && SECURED_TYPES.has(column.type) && !column.isSecured && !isMeantOpen) {
    return [notSecured(tableFile(table), `${name} is written by the server only but is not secured`)];
  }
  const cannotBeSecured = column.isPrimaryName || column.type === 'lookup' || column.baseOf !== undefined;
  return column.isSecured && (cannotBeSecured || isMeantOpen)
    ? [unsecurable(tableFile(table), `${name} is secured`)]
    : [];
}

type Profile = LintSubject['model']['columnSecurityProfiles'][number];

function checkProfile({ model, index }: LintSubject, profile: Profile): Finding[] {
  const secured = model.tables.flatMap((table) =>
    table.columns.filter(({ isSecured }) => isSecured).map((column) => `${table.name}.${column.name}`),
  );
  const permitted = profile.permissions.map(({ table, column }) => `${table}.${column}`);
  return [
    ...secured
      .filter((name) => !permitted.includes(name))
      .map((name) => notInProfile(PROFILES_FILE, `${profile.name} has no permission on ${name}`)),
    ...profile.permissions
      .filter(({ table, column }) => index.column(table, column)?.isSecured !== true)
      .map(({ table, column }) => strayPermission(PROFILES_FILE, `${table}.${column} is no secured column`)),
    ...profile.permissions
      .filter(({ canRead, canCreate, canUpdate }) => !canRead || canCreate || canUpdate)
      .map(({ table, column }) =>
        wideRights(PROFILES_FILE, `${profile.name} lets people write ${table}.${column}, or not read it`),
      ),
  ];
}
