import { IconButton } from '@fluentui/react';
import React from 'react';
import { valueText } from '../format/valueText';
import { MASK, MASKED_TITLE } from '../model/columnRights';
import { useObservable } from '../state/observable';
import { lockOf } from './access';
import type { FormModel } from './formModel';
import type { ControlState } from './layout';

interface FormHeaderProps {
  readonly form: FormModel;
  readonly title: string;
  readonly onBack: () => void;
}

/** What the row is, whether it is saved, and the header's fields. */
export function FormHeader({ form, title, onBack }: FormHeaderProps): JSX.Element {
  useObservable(form);
  return (
    <div className="shell-form-head">
      <IconButton iconProps={{ iconName: 'Back' }} ariaLabel="Back" title="Back" onClick={onBack} />
      <div className="shell-form-title">
        <h1>
          {title}
          <span className="shell-form-saved" role="status">
            {saveState(form)}
          </span>
        </h1>
        <div className="shell-form-table">{form.table.displayName}</div>
      </div>
      <dl className="shell-form-headfields">
        {form.layout.header
          .filter((control) => control.isVisible)
          .map((control) => (
            <HeaderField key={control.id} form={form} control={control} />
          ))}
      </dl>
    </div>
  );
}

function saveState(form: FormModel): string {
  if (form.isBusy) return ' - Saving…';
  if (form.mode === 'readOnly') return '';
  return form.isDirty || form.id === undefined ? ' - Unsaved' : ' - Saved';
}

/** Header fields are read here and changed in the form, where the same columns stand. */
function HeaderField({ form, control }: { form: FormModel; control: ControlState }): JSX.Element | null {
  const attribute = control.column && form.attributes.get(control.column.name);
  if (!attribute) return null;
  const isMasked = lockOf(form, control) === 'masked';
  const text = isMasked ? MASK : valueText(attribute.column, attribute.value, form.currency) || '---';
  return (
    <div className="shell-form-headfield">
      <dd className="shell-form-headvalue" title={isMasked ? MASKED_TITLE : undefined}>
        {text}
      </dd>
      <dt>{control.label}</dt>
    </div>
  );
}
