import { Actual, ContractLine, ProjectEntry } from '@bbl/dataverse/generated/tables';
import type { ColumnKind, GridColumn } from '@bbl/pcf-shared/grid-core';
import type { ChoiceInfo } from './choices';
import { choiceOf } from './choices';
import type { Column } from './dataset';
import { splitColumnName } from './dataset';

/** A column of the view with what the rows need to know of it. */
export interface BacklogColumn extends GridColumn {
  /** Its text opens the row. */
  readonly opensRow: boolean;
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

/** Prices of one unit are money too, but add up to nothing. */
const UNIT_PRICES: readonly string[] = [
  Actual.Price,
  ContractLine.PricePerUnit,
  ProjectEntry.Price,
  ProjectEntry.CostPrice,
];

/** Views of model-driven apps give widths in pixels, other hosts ratios around 1. */
const RATIO_MAX = 20;
const RATIO_PX = 150;

/** The view's columns in its order; hidden ones and those that a control asked for (order −1) are left out. */
export function mapColumns(columns: readonly Column[]): readonly BacklogColumn[] {
  const shown = columns
    .filter(({ isHidden, name, order }) => !isHidden && name !== '' && order >= 0)
    .sort((left, right) => left.order - right.order);
  const opener = openerOf(shown);
  return shown.map((column) => {
    const kind = kindOf(column.dataType);
    return {
      key: column.name,
      title: column.displayName,
      kind,
      widthPx: widthOf(column.visualSizeFactor),
      isSortable: !column.disableSorting,
      isFilterable: true,
      isTotalled: kind === 'amount' && !UNIT_PRICES.includes(splitColumnName(column.name).column),
      opensRow: column === opener,
      choice: choiceOf(column.name),
    };
  });
}

/** The column that opens a row: its name, or in views without the name the first text of the row's own. */
function openerOf(columns: readonly Column[]): Column | undefined {
  const isOwnText = ({ name, dataType }: Column): boolean =>
    kindOf(dataType) === 'text' && splitColumnName(name).alias === undefined;
  return columns.find(({ isPrimary }) => isPrimary) ?? columns.find(isOwnText);
}

/** Where a row says why it is blocked: at its first status, else at its name, else at its first value. */
export function reasonColumnOf(columns: readonly BacklogColumn[]): number {
  const status = columns.findIndex(({ choice }) => choice?.tones !== undefined);
  return status >= 0
    ? status
    : Math.max(
        0,
        columns.findIndex(({ opensRow }) => opensRow),
      );
}

function widthOf(sizeFactor: number): number {
  if (!(sizeFactor > 0)) return RATIO_PX;
  return sizeFactor < RATIO_MAX ? sizeFactor * RATIO_PX : sizeFactor;
}

const kindOf = (dataType: string): ColumnKind =>
  dataType.startsWith('Lookup.') ? 'lookup' : (KINDS[dataType] ?? 'text');
