import { MessageBar, MessageBarType, DefaultButton } from '@fluentui/react';
import React, { useEffect, useMemo } from 'react';
import { useDocumentTitle } from '../frame/useDocumentTitle';
import { deleteRows } from '../list/deleteRows';
import { setState } from '../list/setState';
import type { Page } from '../model/pageUrl';
import type { CommandContext } from '../ribbon/commandContext';
import { ShellCommandBar, type PlatformHandlers } from '../ribbon/ShellCommandBar';
import { useShell } from '../shell';
import { FormBody } from './FormBody';
import { FormHeader } from './FormHeader';
import { FormSkeleton } from './FormSkeleton';
import { SaveMode } from './saveMode';
import { mayDiscard, useForm, type ShownForm } from './useForm';

/** A row of a table in its main form, or a new one. */
export function FormPage({ page }: { page: Extract<Page, { readonly kind: 'record' }> }): JSX.Element {
  const shell = useShell();
  const { router, recent, model } = shell;
  const list: Page = { kind: 'list', table: page.table };
  const shown = useForm({
    table: page.table,
    type: 'main',
    id: page.id,
    formId: page.formId,
    defaults: page.defaults ?? {},
    onSaved: (row, isCreated, mode) => {
      if (mode === SaveMode.SaveAndClose) void router.back(list);
      else if (mode === SaveMode.SaveAndNew) void router.open({ kind: 'record', table: page.table });
      else if (isCreated) router.replace({ kind: 'record', table: page.table, id: row.id, ...tabOf(router.page) });
    },
    onClose: () => void router.back(list),
  });
  const { form, isReady, loadError } = shown;
  const isNew = form.id === undefined;
  const title = isNew ? `New ${form.table.displayName}` : form.name || form.table.displayName;
  useDocumentTitle(title);
  useLeaveGuard(shown);
  useSaveKey(shown);
  useEffect(() => {
    if (isReady && form.reference && model.findTable(page.table)) recent.visited(form.reference);
  }, [isReady, form.row]);

  const context = useMemo<CommandContext>(
    () => ({ location: 'form', table: page.table, form, grid: undefined, gridControl: undefined }),
    [form],
  );
  if (loadError !== undefined) return <LoadError text={loadError} onBack={() => void router.back(list)} />;
  return (
    <div className="shell-page">
      <ShellCommandBar context={context} handlers={useHandlers(shown, page)} label="Commands" />
      {isReady ? (
        <FormBody
          shown={shown}
          head={<FormHeader form={form} title={title} onBack={() => void router.back(list)} />}
          memory={{ tab: page.tab, keep: (tab) => router.replace({ ...page, tab }) }}
        />
      ) : (
        <FormSkeleton />
      )}
    </div>
  );
}

/** The tab on show, so that a row that was just created stays on it. */
const tabOf = (page: Page): { readonly tab?: string } =>
  page.kind === 'record' && page.tab !== undefined ? { tab: page.tab } : {};

function LoadError({ text, onBack }: { text: string; onBack: () => void }): JSX.Element {
  return (
    <div className="shell-empty" role="alert">
      <MessageBar messageBarType={MessageBarType.error} isMultiline>
        {text}
      </MessageBar>
      <DefaultButton text="Back" onClick={onBack} />
    </div>
  );
}

/** What the platform's buttons do on a form. A save that fails has said so on the form. */
function useHandlers({ form, actions }: ShownForm, page: Extract<Page, { readonly kind: 'record' }>): PlatformHandlers {
  const shell = useShell();
  const reference = form.reference;
  const changeState = async (isActive: boolean): Promise<void> => {
    if (reference && (await setState(shell, [reference], isActive)) > 0) await actions.refresh(false);
  };
  return {
    save: () => void actions.save(SaveMode.Save).catch(() => undefined),
    saveAndClose: () => void actions.save(SaveMode.SaveAndClose).catch(() => undefined),
    new: () => void shell.router.open({ kind: 'record', table: page.table }),
    activate: () => void changeState(true),
    deactivate: () => void changeState(false),
    delete: async () => {
      if (!reference || (await deleteRows(shell, [reference])) === 0) return;
      form.discard();
      await shell.router.back({ kind: 'list', table: page.table });
    },
    refresh: async () => {
      if (await mayDiscard(shell, form)) await actions.refresh(false);
    },
  };
}

/** Leaving the page or closing the window asks while there are unsaved changes. */
function useLeaveGuard({ form }: ShownForm): void {
  const shell = useShell();
  useEffect(
    () => shell.router.setGuard({ isNeeded: () => form.hasInputToLose, ask: () => mayDiscard(shell, form) }),
    [shell, form],
  );
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent): void => {
      if (form.hasInputToLose) event.preventDefault();
    };
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => window.removeEventListener('beforeunload', onBeforeUnload);
  }, [form]);
}

/** Ctrl+S saves, as everywhere on the platform. */
function useSaveKey({ form, actions }: ShownForm): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      // The field being typed in gives its value when it loses the focus; the typing goes on there.
      const active = document.activeElement;
      if (active instanceof HTMLElement) active.blur();
      if (form.mode !== 'readOnly') void actions.save(SaveMode.Save).catch(() => undefined);
      if (active instanceof HTMLElement) active.focus();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [form, actions]);
}
