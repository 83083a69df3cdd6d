import type { RowEdit, ShownRow } from '@bbl/pcf-shared/schedule-core';
import type { Figures } from '../mapping/figures';
import type { TextKey } from '../mapping/texts';
import type { EditableColumn } from './columns';

/** The cell under edit, with what was typed so far. */
export interface Editing {
  readonly id: string;
  readonly column: EditableColumn;
  readonly text: string;
  readonly problem: TextKey | undefined;
}

/** What a cell holds when its edit begins: its content, or the character that began it. */
export function editingOf(row: ShownRow, column: EditableColumn, figures: Figures, typed?: string): Editing {
  const content = {
    name: () => row.name,
    date: () => figures.dates.typed(row.date),
    amount: () => figures.typed(row.amountMinor),
    tax: () => figures.typed(row.taxMinor),
  };
  return { id: row.id, column, text: typed ?? content[column](), problem: undefined };
}

/** What is said of text that is no date. */
const BAD_DATE = { day: 'Schedule_BadDate', year: 'Schedule_BadYear' } as const;

/** The edit that a cell's text means, or what is wrong with it. */
export function editOf({ column, text }: Editing, figures: Figures): RowEdit | { readonly problem: TextKey } {
  if (column === 'name') return { name: text.trim() };
  if (column === 'date') {
    const typed = figures.dates.parse(text);
    return 'date' in typed ? typed : { problem: BAD_DATE[typed.problem] };
  }
  const amountMinor = figures.parse(text);
  if (amountMinor === undefined) return { problem: 'Schedule_BadAmount' };
  return column === 'amount' ? { amountMinor } : { taxMinor: amountMinor };
}
