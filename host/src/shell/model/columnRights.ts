import type { ColumnMetadata } from '@bbl/dataverse/metadata';
import type { ColumnRights } from './appDescription';
import type { AppModel } from './appModel';

/** What stands in place of a value that column security keeps from the user, as on the platform. */
export const MASK = '********';
export const MASKED_TITLE = 'Secured: you may not see this value';

const EVERYTHING: ColumnRights = { read: true, create: true, update: true };
const NOTHING: ColumnRights = { read: false, create: false, update: false };

/** What the present user may do with a column: all unless it is secured. A base twin follows its amount. */
export function columnRights(model: AppModel, table: string, column: ColumnMetadata): ColumnRights {
  const { user } = model.description;
  const governing = (column.baseOf === undefined ? undefined : model.column(table, column.baseOf)) ?? column;
  const isSecured = column.isSecured || governing.isSecured;
  if (!isSecured || user.isAdministrator) return EVERYTHING;
  return user.secured[`${table}.${governing.name}`] ?? NOTHING;
}
