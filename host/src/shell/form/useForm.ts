import type { FormMetadata } from '@bbl/dataverse/metadata';
import { useEffect, useMemo, useState } from 'react';
import { ApiError, messageOf } from '../api/http';
import type { LookupRef } from '../api/rows';
import { fallbackForm } from '../model/fallbackForm';
import type { FormDefaults } from '../model/pageUrl';
import { useShell, type Shell } from '../shell';
import { useObservable } from '../state/observable';
import { executionContext } from './executionContext';
import { setFormActions, type FormActions } from './formActions';
import { FormModel } from './formModel';
import { attachScripts, runLoadHandlers } from './formScripts';
import { saveForm } from './save';
import { SaveMode } from './saveMode';

export interface FormRequest {
  readonly table: string;
  readonly type: FormMetadata['type'];
  readonly id?: string | undefined;
  readonly formId?: string | undefined;
  readonly defaults: FormDefaults;
  /** The row was saved; `mode` says what the person wants next. */
  readonly onSaved: (row: LookupRef, isCreated: boolean, mode: number) => void;
  readonly onClose: () => void;
}

export interface ShownForm {
  readonly form: FormModel;
  readonly actions: FormActions;
  readonly isReady: boolean;
  /** Why the row cannot be shown. */
  readonly loadError: string | undefined;
  /** A save was tried: empty required fields are marked. */
  readonly isSaveTried: boolean;
}

/** A form with its row and scripts, loaded once for the component that shows it. */
export function useForm(request: FormRequest): ShownForm {
  const shell = useShell();
  const form = useMemo(() => makeForm(shell, request), []);
  const [isReady, setReady] = useState(false);
  const [loadError, setLoadError] = useState<string>();
  const [isSaveTried, setSaveTried] = useState(false);
  useObservable(form);

  const actions = useMemo<FormActions>(() => {
    const made: FormActions = {
      save: async (mode) => {
        setSaveTried(true);
        const result = await saveForm(shell.client, form, mode);
        if (!result.ok) throw new Error(result.message);
        setSaveTried(false);
        if (form.reference) request.onSaved(form.reference, result.isCreated, mode);
      },
      refresh: async (isSaving) => {
        if (isSaving && form.isDirty) await made.save(SaveMode.Save);
        await form.read();
        await form.onDataLoad.run(executionContext(form, { source: form }));
        form.refreshGrids();
      },
      close: request.onClose,
    };
    return made;
  }, [form]);

  useEffect(() => {
    setFormActions(form, actions);
    let isCurrent = true;
    const load = async (): Promise<void> => {
      const scripts = attachScripts(shell, form);
      await openRow(form, request.defaults);
      await scripts;
      if (!isCurrent) return;
      await runLoadHandlers(shell, form);
      setReady(true);
    };
    load().catch((error: unknown) => isCurrent && setLoadError(loadErrorText(form, error)));
    return () => {
      isCurrent = false;
    };
  }, [form]);

  return { form, actions, isReady, loadError, isSaveTried };
}

/** Reads the row, or starts a new one with what it takes from the row it stands below. */
async function openRow(form: FormModel, defaults: FormDefaults): Promise<void> {
  if (form.id !== undefined) return form.read();
  form.startNew(defaults);
  await form.suggestCurrency(defaults);
}

function loadErrorText({ table }: FormModel, error: unknown): string {
  // Which of the two it is, the server tells nobody who may not know.
  const isHidden = error instanceof ApiError && (error.httpStatus === 404 || error.httpStatus === 403);
  return isHidden ? `This ${table.displayName} does not exist, or you may not see it.` : messageOf(error);
}

function makeForm({ client, model }: Shell, request: FormRequest): FormModel {
  const { table, type, id, formId } = request;
  const metadata =
    model.form(table, type, formId) ?? model.form(table, 'main', formId) ?? fallbackForm(model.table(table));
  return new FormModel(client, model, metadata, id);
}

/** Asks whether unsaved changes may be lost; true when there are none or the person agrees. */
export async function mayDiscard(shell: Shell, form: FormModel): Promise<boolean> {
  if (!form.hasInputToLose) return true;
  return shell.dialogs.confirm({
    title: 'Unsaved changes',
    text: 'Your changes have not been saved. Do you want to leave without saving?',
    confirmLabel: 'Discard changes',
    cancelLabel: 'Stay here',
  });
}
