/** How a column's values look and behave; decided by the column's data type, never by its name. */
export type ColumnKind = 'text' | 'lookup' | 'choice' | 'yesNo' | 'date' | 'amount' | 'number';

export interface GridColumn {
  /** Unique among the columns of a grid. */
  readonly key: string;
  readonly title: string;
  readonly kind: ColumnKind;
  /** Width that the view asks for. */
  readonly widthPx: number;
  readonly isSortable: boolean;
  readonly isFilterable: boolean;
  /** Its values add up: groups show a subtotal in it. */
  readonly isTotalled: boolean;
}

export const COLUMN_WIDTH_MIN_PX = 64;
export const COLUMN_WIDTH_MAX_PX = 800;
/** The column with the check boxes, always the first one. */
export const SELECT_COLUMN_WIDTH_PX = 40;

/** Figures and dates stand at the end of their cell, where they can be compared down the column. */
export const isEndAligned = ({ kind }: Pick<GridColumn, 'kind'>): boolean =>
  kind === 'amount' || kind === 'number' || kind === 'date';

/** Columns that the title of a group covers: those before the first subtotal, and at least one. */
export function titleColumnsOf(columns: readonly GridColumn[]): number {
  const first = columns.findIndex(({ isTotalled }) => isTotalled);
  return first < 0 ? columns.length : Math.max(1, first);
}

/** Widths that the user has chosen, by column key. */
export type ChosenWidths = ReadonlyMap<string, number>;

/** Width of every column in pixels, and where each starts, measured from the grid's leading edge. */
export interface ColumnLayout {
  readonly widthsPx: readonly number[];
  readonly startsPx: readonly number[];
  readonly totalPx: number;
}

/**
 * Lays the columns out behind the select column. When the view asks for less than is there, the columns that the user
 * has not sized grow in proportion and fill the grid; when it asks for more, the grid scrolls.
 */
export function layoutColumns(
  columns: readonly GridColumn[],
  availablePx: number,
  chosen: ChosenWidths = new Map(),
): ColumnLayout {
  const asked = columns.map((column) => clampWidth(chosen.get(column.key) ?? column.widthPx));
  const widthsPx = grown(columns, asked, availablePx - SELECT_COLUMN_WIDTH_PX, chosen);
  const startsPx: number[] = [];
  let nextPx = SELECT_COLUMN_WIDTH_PX;
  for (const widthPx of widthsPx) {
    startsPx.push(nextPx);
    nextPx += widthPx;
  }
  return { widthsPx, startsPx, totalPx: nextPx };
}

/** The user's widths with one column wider (or narrower) by `byPx` than it is shown now. */
export function resizeColumn(chosen: ChosenWidths, key: string, shownPx: number, byPx: number): ChosenWidths {
  return new Map(chosen).set(key, clampWidth(shownPx + byPx));
}

const clampWidth = (widthPx: number): number =>
  Math.round(Math.min(COLUMN_WIDTH_MAX_PX, Math.max(COLUMN_WIDTH_MIN_PX, widthPx)));

function grown(
  columns: readonly GridColumn[],
  asked: readonly number[],
  availablePx: number,
  chosen: ChosenWidths,
): readonly number[] {
  const isFree = columns.map((column) => !chosen.has(column.key));
  const freePx = asked.reduce((sum, widthPx, index) => (isFree[index] ? sum + widthPx : sum), 0);
  const leftPx = Math.floor(availablePx) - asked.reduce((sum, widthPx) => sum + widthPx, 0);
  if (leftPx <= 0 || freePx === 0) return asked;
  let givenPx = 0;
  let sharedPx = 0;
  // Shares are cut on running sums, so that the widths add up to the pixel.
  return asked.map((widthPx, index) => {
    if (!isFree[index]) return widthPx;
    sharedPx += widthPx;
    const extraPx = Math.floor((leftPx * sharedPx) / freePx) - givenPx;
    givenPx += extraPx;
    return widthPx + extraPx;
  });
}
