import { createInvoiceByHand, serverColumnViolations, serverTableViolations, type Violation } from '@bbl/domain';
import { DISPLAY_NAMES } from '@bbl/dataverse/generated/displayNames';
import { SERVER_MANAGED } from '@bbl/dataverse/generated/serverManaged';
import type { TableName } from '@bbl/dataverse/generated/tables';

/** Tables whose rows commands alone create, change and delete. domain.md 2.1-1, surface.md 3. */
export const SERVER_TABLES: ReadonlySet<TableName> = new Set<TableName>([
  'bbl_actual',
  'bbl_billingclaim',
  'bbl_billingevent',
  'bbl_contractlock',
  'bbl_invoiceline',
  'bbl_milestonesplit',
]);

/** Rows that commands alone create, while people may change and delete them within rules of their own. */
const CREATED_BY_SERVER: ReadonlySet<string> = new Set<TableName>([...SERVER_TABLES, 'bbl_retainerapplication']);

/** Tables whose rows people may deactivate. domain.md 2.1-6. */
const DEACTIVATABLE: ReadonlySet<string> = new Set<TableName>([
  'bbl_invoicefrequency',
  'bbl_invoicefrequencydetail',
  'bbl_project',
]);

export const isDeactivatable = (table: TableName): boolean => DEACTIVATABLE.has(table);

/** What stands against creating a row by hand, whatever it holds. @returns GRD-02, ACT-06, INV-17. */
export function createByHandViolations(table: TableName): Violation[] {
  if (table === 'bbl_invoice') return [createInvoiceByHand()];
  return CREATED_BY_SERVER.has(table) ? tableViolations(table) : [];
}

/** What stands against deleting a row by hand. @returns GRD-02, ACT-06. */
export function deleteByHandViolations(table: TableName): Violation[] {
  return SERVER_TABLES.has(table) ? tableViolations(table) : [];
}

/**
 * What stands against the columns that a caller sent, whatever their values.
 * @returns GRD-02 or ACT-06 on wholly server-written tables, else GRD-01 for each column.
 */
export function sentColumnViolations(
  table: TableName,
  sent: readonly string[],
  message: 'create' | 'update',
): Violation[] {
  const managed = SERVER_MANAGED[table] ?? [];
  const touched = sent.filter((column) => managed.includes(column) && !isJudgedByRule(table, column, message));
  if (touched.length === 0) return [];
  if (SERVER_TABLES.has(table)) return tableViolations(table);
  const names = DISPLAY_NAMES[table]?.columns ?? {};
  return serverColumnViolations(touched.map((column) => ({ field: fieldOf(column), name: names[column] ?? column })));
}

/** People lead a draft between Draft and In review; the rule of the invoice's update says which values. domain.md 3.9-2. */
const isJudgedByRule = (table: TableName, column: string, message: 'create' | 'update'): boolean =>
  table === 'bbl_invoice' && column === 'bbl_invoicestatus' && message === 'update';

const tableViolations = (table: TableName): Violation[] =>
  serverTableViolations(DISPLAY_NAMES[table]?.table ?? table, table === 'bbl_actual');

const fieldOf = (column: string): string => column.replace(/^bbl_/, '');
