import type { ColumnKind, GridColumn } from '@bbl/pcf-shared/grid-core';
import type { ChoiceInfo } from './choices';
import { choiceOf } from './choices';
import type { Column } from './dataset';

/** A column of the view with what the rows need to know of it. */
export interface BacklogColumn extends GridColumn {
  readonly isPrimary: boolean;
  readonly choice: ChoiceInfo | undefined;
}

const KINDS: { readonly [dataType: string]: ColumnKind } = {
  Currency: 'amount',
  Decimal: 'number',
  FP: 'number',
  'Whole.None': 'number',
  'DateAndTime.DateOnly': 'date',
  'DateAndTime.DateAndTime': 'date',
  OptionSet: 'choice',
  TwoOptions: 'yesNo',
};

/** Views of model-driven apps give widths in pixels, other hosts ratios around 1. */
const RATIO_MAX = 20;
const RATIO_PX = 150;

/** The view's columns in its order; hidden ones and those that a control asked for (order −1) are left out. */
export function mapColumns(columns: readonly Column[]): readonly BacklogColumn[] {
  return columns
    .filter(({ isHidden, name, order }) => !isHidden && name !== '' && order >= 0)
    .sort((left, right) => left.order - right.order)
    .map((column) => ({
      key: column.name,
      title: column.displayName,
      kind: kindOf(column.dataType),
      widthPx: widthOf(column.visualSizeFactor),
      isSortable: !column.disableSorting,
      isFilterable: true,
      isPrimary: column.isPrimary ?? false,
      choice: choiceOf(column.name),
    }));
}

/** Where a row says why it is blocked: at its first status, else at its name, else at its first value. */
export function reasonColumnOf(columns: readonly BacklogColumn[]): number {
  const status = columns.findIndex(({ choice }) => choice?.tones !== undefined);
  return status >= 0
    ? status
    : Math.max(
        0,
        columns.findIndex(({ isPrimary }) => isPrimary),
      );
}

function widthOf(sizeFactor: number): number {
  if (!(sizeFactor > 0)) return RATIO_PX;
  return sizeFactor < RATIO_MAX ? sizeFactor * RATIO_PX : sizeFactor;
}

const kindOf = (dataType: string): ColumnKind =>
  dataType.startsWith('Lookup.') ? 'lookup' : (KINDS[dataType] ?? 'text');
