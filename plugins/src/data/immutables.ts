import { type ChildRow, type Field, immutableViolations, type Violation } from '@bbl/domain';
import type { RowByTable, TableName } from '@bbl/dataverse/generated/tables';
import type { Step } from '../runtime/handlers';

/**
 * @param fields the columns that may not change after create, with the rule's word for each.
 * @returns GRD-03 for each that was sent with another value. domain.md 2.1-2, 2.1-3.
 */
export function immutableColumnViolations<T extends TableName>(
  { target, before }: Pick<Step<T>, 'target' | 'before'>,
  row: ChildRow,
  fields: { readonly [column in keyof RowByTable[T]]?: Field },
): Violation[] {
  const columns = Object.keys(fields) as (keyof RowByTable[T])[];
  const changed = columns.filter((column) => target[column] !== undefined && target[column] !== before[column]);
  return immutableViolations(
    row,
    changed.map((column) => fields[column] as Field),
  );
}
