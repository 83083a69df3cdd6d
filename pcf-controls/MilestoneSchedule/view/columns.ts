import type { TextKey } from '../mapping/texts';

/** The columns of the schedule, in order. */
export const COLUMNS = [
  'select',
  'name',
  'date',
  'amount',
  'tax',
  'afterTax',
  'status',
  'progress',
  'open',
  'remove',
] as const;

export type ScheduleColumn = (typeof COLUMNS)[number];

/** The columns that can be typed into. */
export type EditableColumn = Extract<ScheduleColumn, 'name' | 'date' | 'amount' | 'tax'>;

export const EDITABLE: readonly ScheduleColumn[] = ['name', 'date', 'amount', 'tax'];
export const isEditable = (column: ScheduleColumn): column is EditableColumn => EDITABLE.includes(column);
export const columnIndex = (column: ScheduleColumn): number => COLUMNS.indexOf(column);

/** Column headings; the first column has its check box. */
export const HEADINGS: { readonly [column in ScheduleColumn]?: TextKey } = {
  name: 'Schedule_Name',
  date: 'Schedule_Date',
  amount: 'Schedule_Amount',
  tax: 'Schedule_AmountTax',
  afterTax: 'Schedule_AfterTax',
  status: 'Schedule_Status',
  progress: 'Schedule_Progress',
  open: 'Schedule_Open',
  remove: 'Schedule_Delete',
};
