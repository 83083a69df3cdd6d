import { Icon, TextField } from '@fluentui/react';
import React from 'react';
import { lockOf, type Lock } from '../form/access';
import type { FormAttribute } from '../form/attribute';
import { fieldElementId } from '../form/controlFacade';
import type { FormModel } from '../form/formModel';
import type { ControlState } from '../form/layout';
import { fieldProblems } from '../form/validation';
import { MASK, MASKED_TITLE } from '../model/columnRights';
import { FieldControlHost } from '../pcf/FieldControlHost';
import { ChoiceInput } from './ChoiceInput';
import { DateInput, DateTimeText } from './DateInput';
import type { FieldProps } from './fieldProps';
import { LookupInput } from './LookupInput';
import { NumberInput } from './NumberInput';
import { TextInput } from './TextInput';

interface FieldViewProps {
  readonly form: FormModel;
  readonly control: ControlState;
  readonly attribute: FormAttribute;
  /** Required fields are marked only after a save was tried. */
  readonly showsRequired: boolean;
}

const LOCK_TEXTS: { readonly [lock in Exclude<Lock, 'none'>]: string } = {
  readOnly: 'Read-only',
  secured: 'Secured: you may not change this field',
  masked: MASKED_TITLE,
};

/** A field with its label, lock, required mark and what is wrong with it. */
export function Field({ form, control, attribute, showsRequired }: FieldViewProps): JSX.Element {
  const lock = lockOf(form, control);
  const elementId = fieldElementId(control.id);
  const problem = problemText(form, control, attribute, showsRequired);
  const props: FieldProps = {
    form,
    control,
    attribute,
    isLocked: lock !== 'none',
    elementId,
    label: control.label,
    isInvalid: problem !== undefined,
    describedBy: problem === undefined ? undefined : `${elementId}-problem`,
  };
  return (
    <div className={problem === undefined ? 'shell-field' : 'shell-field shell-field-invalid'}>
      <div className="shell-field-label">
        <label htmlFor={elementId}>{control.label}</label>
        <RequiredMark attribute={attribute} isLocked={lock !== 'none'} />
        {lock !== 'none' && (
          <Icon
            iconName="Lock"
            title={LOCK_TEXTS[lock]}
            aria-label={LOCK_TEXTS[lock]}
            role="img"
            className="shell-field-lock"
          />
        )}
      </div>
      <div className="shell-field-input">
        {lock === 'masked' ? <MaskedText {...props} /> : <FieldInput {...props} />}
        {problem !== undefined && (
          <div id={`${elementId}-problem`} className="shell-field-problem" role="alert">
            {problem}
          </div>
        )}
      </div>
    </div>
  );
}

/** A value that the user may not see; the server has not sent it either. */
const MaskedText = ({ elementId, label }: FieldProps): JSX.Element => (
  <TextField id={elementId} ariaLabel={`${label}. ${MASKED_TITLE}`} value={MASK} readOnly borderless />
);

function RequiredMark({ attribute, isLocked }: { attribute: FormAttribute; isLocked: boolean }): JSX.Element | null {
  if (isLocked || attribute.requiredLevel === 'none') return null;
  if (attribute.requiredLevel === 'recommended') {
    return (
      <span className="shell-field-recommended" title="Recommended">
        +
      </span>
    );
  }
  return (
    <span className="shell-field-required" aria-hidden="true" title="Required">
      *
    </span>
  );
}

function FieldInput(props: FieldProps): JSX.Element {
  const { column } = props.attribute;
  if (props.control.control.binding) return <FieldControlHost {...props} binding={props.control.control.binding} />;
  if (column.targets) return <LookupInput {...props} />;
  switch (column.type) {
    case 'integer':
    case 'bigint':
    case 'decimal':
    case 'money':
      return <NumberInput {...props} />;
    case 'dateonly':
      return <DateInput {...props} />;
    case 'datetime':
      return <DateTimeText {...props} />;
    case 'boolean':
    case 'choice':
    case 'state':
    case 'status':
      return <ChoiceInput {...props} />;
    case 'string':
    case 'memo':
    case 'uniqueidentifier':
      return <TextInput {...props} />;
    case 'lookup':
    case 'owner':
      throw new Error(`The lookup ${column.name} has no target tables`);
  }
}

function problemText(
  form: FormModel,
  control: ControlState,
  attribute: FormAttribute,
  showsRequired: boolean,
): string | undefined {
  const [marked] = control.notifications;
  if (marked) return marked.text;
  if (attribute.inputError !== undefined) return attribute.inputError;
  return showsRequired ? fieldProblems(form).find((problem) => problem.attribute === attribute)?.message : undefined;
}
