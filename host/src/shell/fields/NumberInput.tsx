import { TextField } from '@fluentui/react';
import React, { useEffect, useState } from 'react';
import { parseNumber } from '../format/numbers';
import { decimalsOf, valueText } from '../format/valueText';
import type { FieldProps } from './fieldProps';

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
  const shown = valueText(column, value, currency);
  const [text, setText] = useState(shown);
  const [isEditing, setEditing] = useState(false);
  // Money is typed bare and read with its symbol; a text that is no number stays for the person to correct.
  useEffect(() => {
    if (!isEditing && attribute.inputError === undefined) setText(shown);
  }, [shown, isEditing, attribute.inputError]);

  const commit = (): void => {
    setEditing(false);
    const parsed = parseNumber(text, {
      decimals: decimalsOf(column, currency),
      minValue: column.minValue,
      maxValue: column.maxValue,
    });
    if (!parsed.ok) form.refuseInput(attribute, parsed.message);
    else if (parsed.value !== value || attribute.inputError !== undefined) void form.input(attribute, parsed.value);
    else setText(shown);
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
      value={text}
      readOnly={isLocked}
      borderless={isLocked}
      placeholder="---"
      onFocus={() => !isLocked && setEditing(true)}
      onChange={(_, next = '') => setText(next)}
      onBlur={() => !isLocked && commit()}
    />
  );
}
