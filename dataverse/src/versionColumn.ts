import type { ColumnMetadata } from './metadata';

/** The row version: every table has it though no solution file names it. platform.md 4.9, Values. */
export const VERSION_COLUMN: ColumnMetadata = {
  name: 'versionnumber',
  schemaName: 'VersionNumber',
  type: 'bigint',
  displayName: 'Version Number',
  description: 'Version of the row; it grows with every change.',
  required: 'none',
  isPrimaryName: false,
  isSecured: false,
  isCustom: false,
  validForCreate: false,
  validForUpdate: false,
  validForRead: true,
};
