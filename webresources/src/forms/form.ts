import { TEXTS } from '../texts';

/** The part of a form context that the form scripts use. */
export type FormContext = Xrm.FormContext;

export type FormHandler = (context: Xrm.Events.EventContext) => void | Promise<void>;

const NOTICE = 'bbl_lock';
const HIDDEN_NOTICE = 'bbl_hidden';

/** Option value, yes/no, number or text of a column; null when it is empty or not on the form. */
export function valueOf(form: FormContext, column: string): unknown {
  return form.getAttribute(column)?.getValue() ?? null;
}

/** The id that a lookup on the form points to, or null. */
export function lookupOf(form: FormContext, column: string): string | null {
  const value = valueOf(form, column) as Xrm.LookupValue[] | null;
  return value?.[0]?.id.replace(/[{}]/g, '').toLowerCase() ?? null;
}

/** Makes columns read-only or free again; a column that is not on the form is no error. */
export function setLocked(form: FormContext, columns: readonly string[], isLocked: boolean): void {
  for (const column of columns) {
    form.getAttribute(column)?.controls.forEach((control) => {
      if ('setDisabled' in control) (control as Xrm.Controls.StandardControl).setDisabled(isLocked);
    });
  }
}

/** Every column that the form lets people edit. */
export function editableColumns(form: FormContext): string[] {
  return form.data.entity.attributes
    .get()
    .filter((attribute) => attribute.controls.get().some(isFree))
    .map((attribute) => attribute.getName());
}

const isFree = (control: Xrm.Controls.Control): boolean =>
  'getDisabled' in control && !(control as Xrm.Controls.StandardControl).getDisabled();

/** Shows or hides columns, and with them what they ask of the user. */
export function setShown(form: FormContext, columns: readonly string[], isShown: boolean): void {
  for (const column of columns) {
    form.getAttribute(column)?.controls.forEach((control) => {
      if ('setVisible' in control) (control as Xrm.Controls.StandardControl).setVisible(isShown);
    });
  }
}

/** Shows or hides a tab; a maker may have renamed or removed it. */
export function setTabShown(form: FormContext, tab: string, isShown: boolean): void {
  form.ui.tabs.get(tab)?.setVisible(isShown);
}

/** One notice above the form, replaced or taken away. */
export function showNotice(form: FormContext, text: string | null): void {
  if (text === null) form.ui.clearFormNotification(NOTICE);
  else form.ui.setFormNotification(text, 'INFO', NOTICE);
}

/**
 * Says that column security hides the billing statuses, where it does: one of a stored row is never empty.
 * @param column a status that every row of the table has
 * @returns whether it is hidden
 */
export function tellHidden(form: FormContext, column: string): boolean {
  const isHidden = isExisting(form) && form.getAttribute(column) !== null && valueOf(form, column) === null;
  showNoticeOf(form, HIDDEN_NOTICE, 'WARNING', isHidden ? TEXTS.StatusHidden : null);
  return isHidden;
}

export function onChange(form: FormContext, column: string, handler: () => void): void {
  form.getAttribute(column)?.addOnChange(handler);
}

/** Runs after every save that went through; a client without the event does without. */
export function onSaved(form: FormContext, handler: () => void): void {
  form.data.entity.addOnPostSave?.(handler);
}

/** Puts a notice of its own above the form, or takes it away. */
export function showNoticeOf(
  form: FormContext,
  subject: string,
  level: Xrm.FormNotificationLevel,
  text: string | null,
): void {
  if (text === null) form.ui.clearFormNotification(subject);
  else form.ui.setFormNotification(text, level, subject);
}

/** Shows or hides a section; a maker may have renamed or removed it. */
export function setSectionShown(form: FormContext, tab: string, section: string, isShown: boolean): void {
  form.ui.tabs.get(tab)?.sections.get(section)?.setVisible(isShown);
}

/** The sub-grid of this name, if the form has it. */
export function subGridOf(form: FormContext, name: string): Xrm.Controls.GridControl | null {
  return form.getControl<Xrm.Controls.GridControl>(name);
}

/** Id of the form's row, lower case without braces; empty for a new one. */
export const rowIdOf = (form: FormContext): string => form.data.entity.getId().replace(/[{}]/g, '').toLowerCase();

/** Whether the row exists already; a new one has nothing that could lock it. */
export const isExisting = (form: FormContext): boolean => form.data.entity.getId() !== '';
