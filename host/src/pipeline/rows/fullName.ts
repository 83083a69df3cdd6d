import type { Row, Value } from '@bbl/dataverse/ports';
import type { RowPlan } from './plan';

const PARTS = ['firstname', 'lastname'] as const;

/** Columns of the row before a change that {@link completeFullName} needs. */
export const fullNameContext = (row: Row, { hasFullName }: RowPlan): readonly string[] =>
  hasFullName && PARTS.some((part) => row[part] !== undefined) ? PARTS : [];

/** People have their full name from first and last name, in place; the platform's format is "first last". */
export function completeFullName(row: Row, current: Row | null, { hasFullName }: RowPlan): void {
  if (!hasFullName || PARTS.every((part) => row[part] === undefined)) return;
  const part = (name: string): Value => (row[name] === undefined ? (current?.[name] ?? null) : (row[name] ?? null));
  row['fullname'] = PARTS.map(part)
    .filter((text) => typeof text === 'string' && text !== '')
    .join(' ');
}
