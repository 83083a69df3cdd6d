import { TextField } from '@fluentui/react';
import React from 'react';
import { parseNumber } from '../format/numbers';
import { decimalsOf, valueText } from '../format/valueText';
import type { FieldProps } from './fieldProps';
import { useTyping } from './useTyping';

/** Whole numbers, decimals and money; money shows the symbol of the row's currency. Nothing is rounded. */
export function NumberInput({
  form,
  attribute,
  isLocked,
  elementId,
  label,
  isInvalid,
  describedBy,
}: FieldProps): JSX.Element {
  const { column, value } = attribute;
  const { currency } = form;
  const typing = useTyping(attribute, valueText(column, value, currency));

  const commit = (): void => {
    typing.leave();
    const parsed = parseNumber(typing.text, {
      decimals: decimalsOf(column, currency),
      minValue: column.minValue,
      maxValue: column.maxValue,
    });
    if (!parsed.ok) form.refuseInput(attribute, parsed.message);
    else if (parsed.value !== value || attribute.inputError !== undefined) void form.input(attribute, parsed.value);
  };
  return (
    <TextField
      id={elementId}
      ariaLabel={label}
      aria-describedby={describedBy}
      aria-invalid={isInvalid}
      aria-required={attribute.requiredLevel === 'required'}
      inputMode={column.type === 'integer' ? 'numeric' : 'decimal'}
      autoComplete="off"
      value={typing.text}
      readOnly={isLocked}
      borderless={isLocked}
      placeholder="---"
      onChange={(_, next = '') => typing.type(next)}
      onBlur={() => !isLocked && commit()}
    />
  );
}
