/** What a status means at a glance: its colour. The words always stand beside it. */
export type Tone = 'quiet' | 'ready' | 'busy' | 'done' | 'stopped';

/** What stands in one cell. */
export interface GridCell {
  readonly text: string;
  /** A status: shown as a badge. */
  readonly tone?: Tone | undefined;
  /** The text opens this row, or the row that a lookup points to. */
  readonly opens?: 'row' | 'lookup' | undefined;
}

export interface GridRow {
  readonly id: string;
  /** What the row is called, for the check box's name. */
  readonly label: string;
  /** One per column, in the columns' order. */
  readonly cells: readonly GridCell[];
  /** Why the row cannot be marked, one sentence a reason; empty when nothing stands against it. */
  readonly blockedBecause: readonly string[];
  /** What is told beside the reasons: the state of the row that this one belongs to. Empty on rows without reasons. */
  readonly remarks: readonly string[];
}

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
}

/** A sum as people read it. */
export interface AmountText {
  readonly text: string;
  /** Empty where there is only one currency. */
  readonly currencyName: string;
}

/** The sums of one amount column, one a currency. */
export interface ColumnTotal {
  readonly columnKey: string;
  readonly title: string;
  readonly amounts: readonly AmountText[];
}

/** "$200.20", or "$200.20 US Dollar · ¥500 Yen": signs such as $ stand for several currencies. */
export const amountsText = (amounts: readonly AmountText[]): string =>
  amounts.map(({ text, currencyName }) => (currencyName ? `${text} ${currencyName}` : text)).join(' · ');

/** Height of every line, the header's aside; the style sheet uses the same figures. */
export const ROW_PX = 36;
export const HEADER_PX = 40;
