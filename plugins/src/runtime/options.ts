import { optionViolation, type Violation } from '@bbl/domain';
import { CHOICES } from '@bbl/dataverse/generated/choices';
import { TABLES } from '@bbl/dataverse/generated/metadata';
import type { TableName } from '@bbl/dataverse/generated/tables';
import type { Row } from '@bbl/dataverse/ports';

/**
 * Numbers in a row as sent that are no option of their choice. The platform looks at them in the main operation only,
 * after the handlers that translate them. @returns GRD-11 for each.
 */
export function unknownOptionViolations(table: TableName, target: Row | null): Violation[] {
  const columns = TABLES[table]?.columns ?? {};
  const violations: Violation[] = [];
  for (const column in target) {
    const value = target[column];
    if (typeof value !== 'object' || value === null || !('t' in value) || value.t !== 'choice') continue;
    const choice = CHOICES[columns[column]?.choice ?? ''];
    if (choice && !choice.values.includes(value.v)) violations.push(optionViolation(choice.displayName, column));
  }
  return violations;
}
