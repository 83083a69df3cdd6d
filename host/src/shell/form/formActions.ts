import type { FormModel } from './formModel';

/** What a form does where it is shown: set by whoever shows it. */
export interface FormActions {
  /** See {@link SaveMode}. Resolves when the row is saved, rejects when it is not. */
  readonly save: (mode: number) => Promise<void>;
  readonly refresh: (save: boolean) => Promise<void>;
  readonly close: () => void;
}

const actionsByForm = new WeakMap<FormModel, FormActions>();

export const setFormActions = (form: FormModel, actions: FormActions): void => void actionsByForm.set(form, actions);

/** @throws Error while the form is not shown */
export function formActions(form: FormModel): FormActions {
  const actions = actionsByForm.get(form);
  if (!actions) throw new Error('The form is not shown');
  return actions;
}
