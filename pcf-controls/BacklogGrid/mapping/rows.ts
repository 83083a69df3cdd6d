import type { GridCell, GridRow } from '@bbl/pcf-shared/react';
import type { BacklogColumn } from './columns';
import type { EntityRecord } from './dataset';
import { referenceOf, splitColumnName } from './dataset';

/** Why a row cannot be marked, one sentence a reason. */
export type Blockers = (record: EntityRecord) => readonly string[];

/** One row of the view as the grid draws it; every text is the platform's own, in the user's format. */
export function mapRow(record: EntityRecord, columns: readonly BacklogColumn[], blockersOf: Blockers): GridRow {
  const opener = columns.find(({ opensRow }) => opensRow);
  const blockedBecause = blockersOf(record);
  return {
    id: record.getRecordId(),
    label: (opener && textOf(record, opener.key)) || record.getNamedReference().name || record.getRecordId(),
    cells: columns.map((column) => mapCell(record, column)),
    blockedBecause,
    remarks: blockedBecause.length > 0 ? remarksOf(record, columns) : [],
  };
}

/** The statuses of the row that this one belongs to: the milestone of a split, as far as the view shows them. */
const remarksOf = (record: EntityRecord, columns: readonly BacklogColumn[]): readonly string[] =>
  columns
    .filter(
      ({ key, choice }) => choice?.tones && splitColumnName(key).alias !== undefined && textOf(record, key) !== '',
    )
    .map(({ key, title }) => `${title}: ${textOf(record, key)}`);

function mapCell(record: EntityRecord, { key, opensRow, opensLookup, choice }: BacklogColumn): GridCell {
  const text = textOf(record, key);
  if (opensRow) return { text, opens: 'row' };
  if (text === '') return { text };
  if (opensLookup !== undefined) return { text, opens: referenceOf(record, opensLookup) && 'lookup' };
  return { text, tone: choice?.tones?.[Number(record.getValue(key))] };
}

// Empty values come as null from some hosts although the typings say text.
const textOf = (record: EntityRecord, column: string): string =>
  (record.getFormattedValue(column) as string | null) ?? '';
