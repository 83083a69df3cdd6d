import { TextField } from '@fluentui/react';
import React from 'react';
import type { FieldProps } from './fieldProps';
import { useTyping } from './useTyping';

/** Single and multiple lines of text. The value changes when the box is left, as on the platform. */
export function TextInput({
  form,
  attribute,
  isLocked,
  elementId,
  label,
  isInvalid,
  describedBy,
}: FieldProps): JSX.Element {
  const stored = attribute.value === null ? '' : String(attribute.value);
  const { text, type, leave } = useTyping(attribute, stored);
  const isMemo = attribute.column.type === 'memo';
  const commit = (): void => {
    leave();
    if (text !== stored) void form.input(attribute, text === '' ? null : text);
  };
  return (
    <TextField
      id={elementId}
      ariaLabel={label}
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      aria-required={attribute.requiredLevel === 'required'}
      value={text}
      readOnly={isLocked}
      borderless={isLocked}
      placeholder="---"
      multiline={isMemo}
      autoAdjustHeight={isMemo}
      {...(isMemo ? { rows: 3 } : {})}
      {...(attribute.column.maxLength === undefined ? {} : { maxLength: attribute.column.maxLength })}
      onChange={(_, next = '') => type(next)}
      onBlur={commit}
    />
  );
}
