import type { MinorUnits, PlainDate } from '@bbl/domain';
import { formatUs } from '@bbl/domain/dates/plainDate';

/** What people edit of a milestone. */
export interface ScheduleFigures {
  readonly name: string;
  readonly date: PlainDate;
  readonly amountMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
}

/** What billing has locked; the rules decide, the schedule obeys. */
export interface RowLocks {
  readonly date: boolean;
  /** Amount and tax. */
  readonly amount: boolean;
  readonly removal: boolean;
}

/** A milestone as the server has it. */
export interface StoredRow extends ScheduleFigures {
  readonly id: string;
  readonly locks: RowLocks;
}

/** A milestone that only the schedule knows; its id is made here and is the server's business no more. */
export interface AddedRow extends ScheduleFigures {
  readonly id: string;
}

/** Changed figures of a stored row: those that differ from the server's alone. */
export type RowEdit = Partial<ScheduleFigures>;

/** A row as it is shown: the server's figures with what was edited on top. */
export interface ShownRow extends ScheduleFigures {
  readonly id: string;
  readonly state: 'stored' | 'edited' | 'added' | 'removed';
  readonly locks: RowLocks;
  /** Fields that differ from the server's. */
  readonly editedFields: readonly (keyof ScheduleFigures)[];
  /** The server's sentence for an edit that it refused. */
  readonly refusal: string | undefined;
}

export const NO_LOCKS: RowLocks = { date: false, amount: false, removal: false };

const FIELDS: readonly (keyof ScheduleFigures)[] = ['name', 'date', 'amountMinor', 'taxMinor'];

/** An edit, with the name that goes with its date where nobody gave another: milestones are called by their day. domain.md 4.3 */
export function withNameOfDate({ name, date, locks }: StoredRow, edit: RowEdit): RowEdit {
  const isMoved = edit.date !== undefined && edit.name === undefined && !locks.date;
  return isMoved && name === formatUs(date) ? { ...edit, name: formatUs(edit.date) } : edit;
}

/** The part of an edit that is allowed and changes something; undefined when nothing is left of it. */
export function effectiveEdit(row: StoredRow, edit: RowEdit): RowEdit | undefined {
  const isLocked = { name: false, date: row.locks.date, amountMinor: row.locks.amount, taxMinor: row.locks.amount };
  const fields = FIELDS.filter((field) => edit[field] !== undefined && !isLocked[field] && edit[field] !== row[field]);
  return fields.length === 0 ? undefined : Object.fromEntries(fields.map((field) => [field, edit[field]]));
}

export const editedFieldsOf = (edit: RowEdit): readonly (keyof ScheduleFigures)[] =>
  FIELDS.filter((field) => edit[field] !== undefined);
