import type { GridCell, GridRow } from '@bbl/pcf-shared/react';
import type { BacklogColumn } from './columns';
import type { EntityRecord } from './dataset';
import { referenceOf } from './dataset';

/** Why a row cannot be marked, one sentence a reason. */
export type Blockers = (record: EntityRecord) => readonly string[];

/** One row of the view as the grid draws it; every text is the platform's own, in the user's format. */
export function mapRow(record: EntityRecord, columns: readonly BacklogColumn[], blockersOf: Blockers): GridRow {
  const primary = columns.find(({ isPrimary }) => isPrimary);
  return {
    id: record.getRecordId(),
    label: (primary && textOf(record, primary.key)) || record.getNamedReference().name || record.getRecordId(),
    cells: columns.map((column) => mapCell(record, column)),
    blockedBecause: blockersOf(record),
  };
}

function mapCell(record: EntityRecord, { key, kind, isPrimary, choice }: BacklogColumn): GridCell {
  const text = textOf(record, key);
  if (isPrimary) return { text, opens: 'row' };
  if (text === '') return { text };
  if (kind === 'lookup') return { text, opens: referenceOf(record, key) && 'lookup' };
  return { text, tone: choice?.tones?.[Number(record.getValue(key))] };
}

// Empty values come as null from some hosts although the typings say text.
const textOf = (record: EntityRecord, column: string): string =>
  (record.getFormattedValue(column) as string | null) ?? '';
