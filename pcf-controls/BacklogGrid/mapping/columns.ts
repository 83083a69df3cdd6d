import { Actual, Contract, ContractLine, Invoice, MilestoneSplit, ProjectEntry } from '@bbl/dataverse/generated/tables';
import type { ColumnKind, GridColumn } from '@bbl/pcf-shared/grid-core';
import type { ChoiceInfo } from './choices';
import { choiceOf } from './choices';
import type { Column } from './dataset';
import { splitColumnName } from './dataset';

/** A column of the view with what the rows need to know of it. */
export interface BacklogColumn extends GridColumn {
  /** Its text opens the row. */
  readonly opensRow: boolean;
  /** Its text opens the row that this lookup of the record points to. */
  readonly opensLookup: string | undefined;
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

/** Names that views show of the row behind a lookup, by alias and column: they open that row as the lookup does. */
const NAMES_OF_LOOKUPS: { readonly [columnName: string]: string } = {
  [`contract.${Contract.Name}`]: ContractLine.ContractId,
  [`invoice.${Invoice.Number}`]: MilestoneSplit.InvoiceId,
};

/** Views of model-driven apps give widths in pixels, other hosts ratios around 1. */
const RATIO_MAX = 20;
const RATIO_PX = 150;

/** Letters on average, and what stands around them. */
const LABEL_LETTER_PX = 6.5;
const AROUND_LABEL_PX = 60;
const TITLE_LETTER_PX = 9;
const AROUND_TITLE_PX = 40;
const TITLE_PX_MAX = 170;

/** The view's columns in its order; hidden ones and those that a control asked for (order −1) are left out. */
export function mapColumns(columns: readonly Column[]): readonly BacklogColumn[] {
  const shown = columns
    .filter(({ isHidden, name, order }) => !isHidden && name !== '' && order >= 0)
    .sort((left, right) => left.order - right.order);
  const opener = openerOf(shown);
  return shown.map((column) => {
    const kind = kindOf(column.dataType);
    const choice = choiceOf(column.name);
    return {
      key: column.name,
      title: column.displayName,
      kind,
      widthPx: Math.max(widthOf(column.visualSizeFactor), titleWidthOf(column), labelWidthOf(choice)),
      isSortable: !column.disableSorting,
      isFilterable: true,
      isTotalled: kind === 'amount' && !UNIT_PRICES.includes(splitColumnName(column.name).column),
      opensRow: column === opener,
      opensLookup: kind === 'lookup' ? column.name : NAMES_OF_LOOKUPS[column.name],
      choice,
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

/** Room for a title of common length beside the arrow of its sorting. */
const titleWidthOf = ({ displayName }: Column): number =>
  Math.min(TITLE_PX_MAX, displayName.length * TITLE_LETTER_PX + AROUND_TITLE_PX);

/** Room for the longest label of a choice, so that none is cut: its letters, and around them badge, cell and reason. */
function labelWidthOf(choice: ChoiceInfo | undefined): number {
  const letters = Object.values(choice?.labels ?? {}).map(({ length }) => length);
  return letters.length > 0 ? Math.max(...letters) * LABEL_LETTER_PX + AROUND_LABEL_PX : 0;
}

const kindOf = (dataType: string): ColumnKind =>
  dataType.startsWith('Lookup.') ? 'lookup' : (KINDS[dataType] ?? 'text');
