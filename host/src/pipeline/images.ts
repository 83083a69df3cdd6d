import type { Row } from '@bbl/dataverse/ports';
import { rowNotFound } from '../faults';
import type { Store } from '../storage/store';
import type { RegisteredStep } from './steps';

/** Columns that the images of these steps need together; undefined when none has one, an empty list for every column. */
export function unionOf(
  steps: readonly RegisteredStep[],
  image: 'preImage' | 'postImage',
): readonly string[] | undefined {
  const lists = steps.flatMap((step) => (step[image] ? [step[image]] : []));
  if (lists.length === 0) return undefined;
  return lists.some((list) => list.length === 0) ? [] : [...new Set(lists.flat())];
}

/** The row as an image holds it. Throws 0x80040217 when there is no such row. */
export function readImage(store: Store, table: string, id: string, columns: readonly string[]): Row {
  const row = columns.length === 0 ? store.get(table, id) : store.get(table, id, columns);
  if (!row) throw rowNotFound(table, id);
  return row;
}

/** The part of `row` that a step's image registers. Empty columns are left out, as the platform does. */
export function imageOf(row: Row, columns: readonly string[]): Row {
  const image: Row = {};
  for (const column of columns.length === 0 ? Object.keys(row) : columns) {
    const value = row[column];
    if (value !== undefined && value !== null) image[column] = value;
  }
  return image;
}
