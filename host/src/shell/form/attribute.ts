import type { ColumnMetadata } from '@bbl/dataverse/metadata';
import { isLookup, type FieldValue } from '../format/valueText';
import { HandlerList } from './events';

export type RequiredLevel = 'none' | 'recommended' | 'required';
export type SubmitMode = 'always' | 'dirty' | 'never';

/** A column on a form: its value, what it was when the row was read, and who wants to know of changes. */
export class FormAttribute {
  value: FieldValue = null;
  initial: FieldValue = null;
  requiredLevel: RequiredLevel;
  submitMode: SubmitMode = 'dirty';
  /** What the control holds cannot be read as a value; the row cannot be saved. */
  inputError: string | undefined;
  readonly onChange = new HandlerList();

  constructor(readonly column: ColumnMetadata) {
    this.requiredLevel = column.required === 'systemrequired' ? 'required' : column.required;
  }

  get name(): string {
    return this.column.name;
  }

  get isDirty(): boolean {
    return !sameValue(this.value, this.initial);
  }

  /** Whether somebody has changed the field while `sent` was on its way to the server. */
  isTypedSince(sent: FieldValue): boolean {
    return this.inputError !== undefined || !sameValue(this.value, sent);
  }

  /** The value as read from the server or as a new row starts with. */
  reset(value: FieldValue): void {
    this.value = value;
    this.initial = value;
    this.inputError = undefined;
  }
}

export function sameValue(a: FieldValue, b: FieldValue): boolean {
  if (isLookup(a) && isLookup(b)) return a.id === b.id && a.table === b.table;
  return (a === '' ? null : a) === (b === '' ? null : b);
}
