import type { FormModel } from './formModel';
import type { ControlState } from './layout';

/** Why a field cannot be changed: nothing does, the form says so, or column security keeps it. */
export type Lock = 'none' | 'readOnly' | 'secured';

/**
 * The lock of a field for the present user. The profile of secured columns is the server's; only administrators pass
 * it, so everyone else sees a lock.
 */
export function lockOf(form: FormModel, control: ControlState): Lock {
  const { column } = control;
  if (!column) return 'none';
  const { isAdministrator } = form.model.description.user;
  if (column.isSecured && !isAdministrator) return 'secured';
  if (form.mode === 'readOnly' || control.isDisabled) return 'readOnly';
  const isWritable = form.mode === 'create' ? column.validForCreate : column.validForUpdate;
  return isWritable ? 'none' : 'readOnly';
}
