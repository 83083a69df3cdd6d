import { Dropdown, TextField, type IDropdownOption } from '@fluentui/react';
import type { ChoiceOption } from '@bbl/dataverse/metadata';
import React from 'react';
import { type FieldValue, valueText } from '../format/valueText';
import type { FieldProps } from './fieldProps';

const EMPTY_KEY = 'empty';
const YES_NO = [
  { value: 1, label: 'Yes' },
  { value: 0, label: 'No' },
];

/** Choices, status and yes/no. */
export function ChoiceInput({
  form,
  control,
  attribute,
  isLocked,
  elementId,
  label,
  isInvalid,
  describedBy,
}: FieldProps): JSX.Element {
  const { column, value } = attribute;
  if (isLocked) {
    const text = valueText(column, value, undefined);
    return (
      <TextField
        id={elementId}
        ariaLabel={label}
        aria-describedby={describedBy}
        value={text}
        placeholder="---"
        readOnly
        borderless
      />
    );
  }
  const isBoolean = column.type === 'boolean';
  const mayBeEmpty = !isBoolean && attribute.requiredLevel !== 'required';
  const offered = column.options ? offeredOptions(control.options, column.options, value) : YES_NO;
  const options: IDropdownOption[] = [
    ...(mayBeEmpty ? [{ key: EMPTY_KEY, text: '---' }] : []),
    ...offered.map((option) => ({ key: option.value, text: option.label })),
  ];
  const selectedKey = value === null ? null : Number(value);
  return (
    <Dropdown
      id={elementId}
      ariaLabel={label}
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      aria-required={attribute.requiredLevel === 'required'}
      options={options}
      selectedKey={selectedKey}
      placeholder="---"
      onChange={(_, option) => {
        if (!option) return;
        const next = option.key === EMPTY_KEY ? null : Number(option.key);
        void form.input(attribute, isBoolean ? next === 1 : next);
      }}
    />
  );
}

/** What a script has left of the options; the value that the row has is shown even when it is no longer offered. */
function offeredOptions(
  offered: readonly ChoiceOption[],
  all: readonly ChoiceOption[],
  value: FieldValue,
): readonly ChoiceOption[] {
  const isOffered = value === null || offered.some((option) => option.value === Number(value));
  return isOffered ? offered : [...offered, ...all.filter((option) => option.value === Number(value))];
}
