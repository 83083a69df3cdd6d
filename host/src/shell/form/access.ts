import { columnRights } from '../model/columnRights';
import type { FormModel } from './formModel';
import type { ControlState } from './layout';

/**
 * Why a field cannot be changed: nothing does, the form says so, or column security keeps it: `secured` from being
 * changed, `masked` from being seen.
 */
export type Lock = 'none' | 'readOnly' | 'secured' | 'masked';

/** The lock of a field for the present user. A new row has no value to hide: there the right to create decides. */
export function lockOf(form: FormModel, control: ControlState): Lock {
  const { column } = control;
  if (!column) return 'none';
  const rights = columnRights(form.model, form.table.name, column);
  const isNew = form.id === undefined;
  if (!isNew && !rights.read) return 'masked';
  if (!(isNew ? rights.create : rights.update)) return 'secured';
  if (form.mode === 'readOnly' || control.isDisabled) return 'readOnly';
  const isWritable = form.mode === 'create' ? column.validForCreate : column.validForUpdate;
  return isWritable ? 'none' : 'readOnly';
}
