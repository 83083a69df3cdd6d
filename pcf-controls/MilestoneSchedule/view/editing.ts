import type { PlainDate } from '@bbl/domain';
import { isPlainDate } from '@bbl/domain';
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
    date: () => row.date,
    amount: () => figures.typed(row.amountMinor),
    tax: () => figures.typed(row.taxMinor),
  };
  // A date field begins with its day: a single character is no date.
  const text = typed === undefined || column === 'date' ? content[column]() : typed;
  return { id: row.id, column, text, problem: undefined };
}

/** The edit that a cell's text means, or what is wrong with it. */
export function editOf({ column, text }: Editing, figures: Figures): RowEdit | { readonly problem: TextKey } {
  if (column === 'name') return { name: text.trim() };
  if (column === 'date') return isPlainDate(text) ? { date: text as PlainDate } : { problem: 'Schedule_BadDate' };
  const amountMinor = figures.parse(text);
  if (amountMinor === undefined) return { problem: 'Schedule_BadAmount' };
  return column === 'amount' ? { amountMinor } : { taxMinor: amountMinor };
}
