import { DatePicker, TextField } from '@fluentui/react';
import React, { useEffect, useState } from 'react';
import { formatDate, parseDate, toIsoDate, toLocalDate } from '../format/dates';
import { valueText } from '../format/valueText';
import { DATE_STRINGS } from './dateStrings';
import type { FieldProps } from './fieldProps';

/** Date-only columns: a day without time or zone, typed or picked. */
export function DateInput({
  form,
  attribute,
  isLocked,
  elementId,
  label,
  isInvalid,
  describedBy,
}: FieldProps): JSX.Element {
  const iso = typeof attribute.value === 'string' ? attribute.value : '';
  const [pickerKey, setPickerKey] = useState(0);
  // The picker keeps a wrong text to itself; a value set from outside starts it afresh.
  useEffect(() => setPickerKey((key) => key + 1), [iso]);
  if (isLocked) {
    return (
      <TextField
        id={elementId}
        ariaLabel={label}
        aria-describedby={describedBy}
        value={formatDate(iso)}
        placeholder="---"
        readOnly
        borderless
      />
    );
  }
  return (
    <DatePicker
      key={pickerKey}
      allowTextInput
      ariaLabel={label}
      strings={DATE_STRINGS}
      placeholder="---"
      {...optionalDate(iso)}
      textField={{
        id: elementId,
        ariaLabel: label,
        'aria-describedby': describedBy,
        'aria-invalid': isInvalid,
        'aria-required': attribute.requiredLevel === 'required',
      }}
      formatDate={(date) => (date ? formatDate(toIsoDate(date)) : '')}
      parseDateFromString={(text) => parseDate(text) ?? null}
      onSelectDate={(date) => {
        const next = date ? toIsoDate(date) : null;
        if (next !== attribute.value) void form.input(attribute, next);
      }}
    />
  );
}

function optionalDate(iso: string): { value?: Date } {
  const value = toLocalDate(iso);
  return value ? { value } : {};
}

/** Points in time are shown; no form of the app lets people write one. */
export function DateTimeText({ form, attribute, elementId, label, describedBy }: FieldProps): JSX.Element {
  const text = valueText(attribute.column, attribute.value, form.currency);
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
