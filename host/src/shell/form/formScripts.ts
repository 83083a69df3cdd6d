import type { FormEventHandler } from '@bbl/dataverse/metadata';
import type { Shell } from '../shell';
import { findFunction, loadScript } from '../state/scripts';
import { executionContext } from './executionContext';
import { formContextOf } from './formContext';
import type { FormModel } from './formModel';

/** Nested change events stop here: two handlers that set each other's column would never end. */
const CHANGE_DEPTH_MAX = 8;

/**
 * Loads the form's libraries, registers the handlers of its XML and makes value changes raise their events. What a
 * handler throws is shown, and the form goes on, as on the platform.
 */
export async function attachScripts(shell: Shell, form: FormModel): Promise<void> {
  let depth = 0;
  form.fireOnChange = async (attribute) => {
    if (depth >= CHANGE_DEPTH_MAX) throw new Error(`Change handlers of ${attribute.name} call each other without end`);
    depth += 1;
    try {
      await guarded(shell, () =>
        attribute.onChange.run(
          executionContext(form, { source: formContextOf(form).getAttribute(attribute.name), depth }),
        ),
      );
    } finally {
      depth -= 1;
    }
  };
  try {
    for (const library of form.metadata.libraries) await loadScript(shell.model.webResourceUrl(library));
    form.metadata.handlers.forEach((handler) => register(form, handler));
  } catch (error) {
    await showScriptError(shell, error);
  }
}

/** Runs the load handlers of the form and of its data. */
export async function runLoadHandlers(shell: Shell, form: FormModel): Promise<void> {
  await guarded(shell, () => form.onLoad.run(executionContext(form, { source: form })));
  await guarded(shell, () => form.onDataLoad.run(executionContext(form, { source: form })));
}

function register(form: FormModel, handler: FormEventHandler): void {
  const extra = parseParameters(handler.parameters);
  const run = (context: unknown): unknown =>
    findFunction(handler.functionName)(...(handler.passExecutionContext ? [context] : []), ...extra);
  if (handler.event === 'onload') form.onLoad.add(run);
  else if (handler.event === 'onsave') form.onSave.add(run);
  else form.attributes.get(handler.column ?? '')?.onChange.add(run);
}

/** Parameters stand in the form's XML as a list of JSON values. */
function parseParameters(text: string): readonly unknown[] {
  if (text.trim() === '') return [];
  return JSON.parse(`[${text}]`) as unknown[];
}

async function guarded(shell: Shell, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    await showScriptError(shell, error);
  }
}

function showScriptError(shell: Shell, error: unknown): Promise<void> {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return shell.dialogs.error('Script error', 'A script of this form failed. The form may be incomplete.', details);
}
