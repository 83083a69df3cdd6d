import type { Client } from '../api/client';
import { ApiError, messageOf } from '../api/http';
import { executionContext, saveEventArgs } from './executionContext';
import type { FormModel } from './formModel';
import { toBody } from './rowValues';
import { SaveMode } from './saveMode';
import { fieldProblems } from './validation';

export type SaveResult =
  { readonly ok: true; readonly isCreated: boolean } | { readonly ok: false; readonly message: string };

const STALE_STATUS = 412;
const STALE_MESSAGE = 'Someone changed this row since you opened it. Refresh and try again.';
/** A sentence that starts with the code of a rule comes from the solution and is better than the shell's own. */
const RULE_SENTENCE = /^[A-Z]+(-[A-Z0-9]+)+:/;

/**
 * Saves the form: fields are checked, the save handlers run and may prevent it, changed columns are sent with the
 * row's version, and the row is read again. A refusal is shown on the form, and what was typed stays.
 */
export async function saveForm(client: Client, form: FormModel, mode: number = SaveMode.Save): Promise<SaveResult> {
  if (form.isBusy) return { ok: false, message: 'A save is under way.' };
  form.clearSaveRefusal();
  const problems = fieldProblems(form);
  if (problems.length > 0) {
    const message = problems.map(({ label, message: text }) => `${label}: ${text}`).join(' ');
    return refuse(form, message);
  }
  form.update(() => (form.isBusy = true));
  try {
    const event = saveEventArgs(mode);
    await form.onSave.run(executionContext(form, { source: form, eventArgs: event.args }));
    if (event.isPrevented()) return { ok: false, message: 'The save was cancelled.' };
    const sent = new Map([...form.attributes.values()].map((attribute) => [attribute, attribute.value]));
    const isCreated = await write(client, form);
    await form.read(sent);
    await form.onPostSave.run(executionContext(form, { source: form, eventArgs: event.args }));
    await form.onDataLoad.run(executionContext(form, { source: form }));
    form.refreshGrids();
    return { ok: true, isCreated };
  } catch (error) {
    return refuse(form, refusalText(error));
  } finally {
    form.update(() => (form.isBusy = false));
  }
}

/** Sends what changed; returns whether a row was created. */
async function write(client: Client, form: FormModel): Promise<boolean> {
  const { model, table } = form;
  const isCreate = form.id === undefined;
  const body = toBody(model, table.name, form.submittedAttributes(), isCreate);
  if (form.id === undefined) {
    form.id = await client.create(table.name, body);
    return true;
  }
  if (Object.keys(body).length > 0) await client.update(table.name, form.id, body, form.etag);
  return false;
}

function refusalText(error: unknown): string {
  const message = messageOf(error);
  if (error instanceof ApiError && error.httpStatus === STALE_STATUS && !RULE_SENTENCE.test(message))
    return STALE_MESSAGE;
  return message;
}

function refuse(form: FormModel, message: string): SaveResult {
  form.refuseSave(message);
  return { ok: false, message };
}
