import { DefaultButton, PrimaryButton } from '@fluentui/react';
import type { FormMetadata } from '@bbl/dataverse/metadata';
import React, { useEffect } from 'react';
import type { LookupRef } from '../api/rows';
import type { FormDefaults } from '../model/pageUrl';
import { useShell } from '../shell';
import { FormBody } from './FormBody';
import { FormSkeleton } from './FormSkeleton';
import { SaveMode } from './saveMode';
import { mayDiscard, useForm } from './useForm';

/** Lets the dialog around the form ask before it closes. */
export interface CloseGuard {
  mayClose: () => Promise<boolean>;
}

interface RecordDialogProps {
  readonly table: string;
  readonly formType: FormMetadata['type'];
  readonly id?: string | undefined;
  readonly formId?: string | undefined;
  readonly defaults: FormDefaults;
  readonly guard: CloseGuard;
  /** With the saved row, or nothing where the person gave up. */
  readonly onClose: (saved?: LookupRef) => void;
}

/** A form in a dialog: quick create, or a main form that a script opened this way. */
export function RecordDialog({
  table,
  formType,
  id,
  formId,
  defaults,
  guard,
  onClose,
}: RecordDialogProps): JSX.Element {
  const shell = useShell();
  const shown = useForm({
    table,
    type: formType,
    id,
    formId,
    defaults,
    onSaved: (row) => onClose(row),
    onClose: () => onClose(),
  });
  const { form, actions, isReady, loadError } = shown;
  useEffect(() => {
    guard.mayClose = () => mayDiscard(shell, form);
  }, [form]);
  const cancel = async (): Promise<void> => {
    if (await mayDiscard(shell, form)) onClose();
  };
  if (loadError !== undefined) return <div role="alert">{loadError}</div>;
  return (
    <div className="shell-dialog-form">
      {isReady ? <FormBody shown={shown} /> : <FormSkeleton />}
      <div className="shell-dialog-buttons">
        <PrimaryButton
          text="Save and Close"
          disabled={!isReady || form.isBusy || form.mode === 'readOnly'}
          onClick={() => void actions.save(SaveMode.SaveAndClose).catch(() => undefined)}
        />
        <DefaultButton text="Cancel" onClick={() => void cancel()} />
      </div>
    </div>
  );
}
