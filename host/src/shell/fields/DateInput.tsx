import { Calendar, DirectionalHint, FocusTrapCallout, IconButton, TextField, type ICalendar } from '@fluentui/react';
import React, { useRef, useState } from 'react';
import { formatDate, parseDate, toIsoDate, toLocalDate } from '../format/dates';
import { valueText } from '../format/valueText';
import { DATE_STRINGS } from './dateStrings';
import type { FieldProps } from './fieldProps';
import { useTyping } from './useTyping';

/** Date-only columns: a day without time or zone, typed or picked. */
export function DateInput(props: FieldProps): JSX.Element {
  if (!props.isLocked) return <DateBox {...props} />;
  const { attribute, elementId, label, describedBy } = props;
  return (
    <TextField
      id={elementId}
      ariaLabel={label}
      aria-describedby={describedBy}
      value={formatDate(isoOf(attribute.value))}
      placeholder="---"
      readOnly
      borderless
    />
  );
}

const isoOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * A text box with a calendar beside it. Fluent's own picker opens its calendar under the typing hand and starts afresh
 * with every value; here the text is the person's until they leave it.
 */
function DateBox({ form, attribute, elementId, label, isInvalid, describedBy }: FieldProps): JSX.Element {
  const iso = isoOf(attribute.value);
  const typing = useTyping(attribute, formatDate(iso));
  const box = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);

  const take = (next: string | null): void => {
    typing.leave();
    if (next !== (attribute.value ?? null) || attribute.inputError !== undefined) void form.input(attribute, next);
  };
  const commit = (): void => {
    const date = parseDate(typing.text);
    if (typing.text.trim() === '') return take(null);
    if (date) return take(toIsoDate(date));
    typing.leave();
    form.refuseInput(attribute, DATE_STRINGS.invalidInputErrorMessage ?? '');
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'Enter') commit();
    if (event.key !== 'ArrowDown' || !event.altKey) return;
    event.preventDefault();
    setOpen(true);
  };
  return (
    <div ref={box} className="shell-date">
      <TextField
        id={elementId}
        ariaLabel={label}
        aria-describedby={describedBy}
        aria-invalid={isInvalid}
        aria-required={attribute.requiredLevel === 'required'}
        aria-haspopup="dialog"
        autoComplete="off"
        placeholder="---"
        value={typing.text}
        onChange={(_, next = '') => typing.type(next)}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      <IconButton
        className="shell-date-button"
        iconProps={{ iconName: 'Calendar' }}
        ariaLabel={`Choose a date: ${label}`}
        title="Choose a date (Alt+Down)"
        tabIndex={-1}
        onClick={() => setOpen(true)}
      />
      {isOpen && (
        <FocusTrapCallout
          target={box}
          role="dialog"
          ariaLabel={label}
          directionalHint={DirectionalHint.bottomLeftEdge}
          isBeakVisible={false}
          gapSpace={0}
          onDismiss={() => setOpen(false)}
          focusTrapProps={{ isClickableOutsideFocusTrap: true, disableFirstFocus: true }}
        >
          <Calendar
            {...optionalDate(iso)}
            componentRef={focusDay}
            strings={DATE_STRINGS}
            showGoToToday
            highlightSelectedMonth
            onSelectDate={(date) => {
              setOpen(false);
              take(toIsoDate(date));
            }}
          />
        </FocusTrapCallout>
      )}
    </div>
  );
}

/** The calendar opens on the day that is chosen, not on its first button. */
const focusDay = (calendar: ICalendar | null): void => calendar?.focus();

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
