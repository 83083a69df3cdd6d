import {
  Callout,
  Checkbox,
  DatePicker,
  DefaultButton,
  DirectionalHint,
  PrimaryButton,
  TextField,
} from '@fluentui/react';
import React, { useState } from 'react';
import { LookupPicker } from '../fields/LookupPicker';
import { DATE_STRINGS } from '../fields/dateStrings';
import { formatDate, parseDate, toIsoDate, toLocalDate } from '../format/dates';
import { parseNumber } from '../format/numbers';
import type { GridColumn } from '../grid/columns';
import { filterKindOf, type ColumnFilter } from './columnFilters';

interface ColumnFilterCalloutProps {
  readonly column: GridColumn;
  readonly target: HTMLElement;
  readonly filter: ColumnFilter | undefined;
  /** Undefined takes the filter away. */
  readonly onApply: (filter: ColumnFilter | undefined) => void;
  readonly onDismiss: () => void;
}

/** The filter of one column, as its type asks for: values, a text, a range or a row. */
export function ColumnFilterCallout({
  column,
  target,
  filter,
  onApply,
  onDismiss,
}: ColumnFilterCalloutProps): JSX.Element {
  const [draft, setDraft] = useState<ColumnFilter | undefined>(filter);
  const isEmptyChosen = draft?.kind === 'empty';
  return (
    <Callout
      target={target}
      directionalHint={DirectionalHint.bottomLeftEdge}
      isBeakVisible={false}
      gapSpace={2}
      setInitialFocus
      onDismiss={onDismiss}
      role="dialog"
      ariaLabel={`Filter by ${column.displayName}`}
    >
      <form
        className="shell-filter"
        onSubmit={(event) => {
          event.preventDefault();
          onApply(draft && isSet(draft) ? draft : undefined);
        }}
      >
        <div className="shell-filter-title">Filter by {column.displayName}</div>
        {!isEmptyChosen && <FilterInput column={column} draft={draft} onChange={setDraft} />}
        <Checkbox
          label="Is empty"
          checked={isEmptyChosen}
          onChange={(_, checked) => setDraft(checked ? { kind: 'empty' } : undefined)}
        />
        <div className="shell-filter-buttons">
          <PrimaryButton type="submit" text="Apply" />
          <DefaultButton text="Clear" onClick={() => onApply(undefined)} />
        </div>
      </form>
    </Callout>
  );
}

interface FilterInputProps {
  readonly column: GridColumn;
  readonly draft: ColumnFilter | undefined;
  readonly onChange: (filter: ColumnFilter | undefined) => void;
}

function FilterInput(props: FilterInputProps): JSX.Element {
  switch (filterKindOf(props.column.metadata)) {
    case 'options':
      return <OptionsInput {...props} />;
    case 'number':
      return <NumberRangeInput {...props} />;
    case 'date':
      return <DateRangeInput {...props} />;
    case 'lookup':
      return <LookupInput {...props} />;
    case 'text':
      return <TextInput {...props} />;
  }
}

function TextInput({ draft, onChange }: FilterInputProps): JSX.Element {
  return (
    <TextField
      label="Contains"
      value={draft?.kind === 'text' ? draft.contains : ''}
      onChange={(_, contains = '') => onChange({ kind: 'text', contains })}
    />
  );
}

const YES_NO = [
  { value: 1, label: 'Yes' },
  { value: 0, label: 'No' },
];

function OptionsInput({ column, draft, onChange }: FilterInputProps): JSX.Element {
  const chosen = draft?.kind === 'options' ? draft.values : [];
  const toggle = (value: number, isChecked: boolean): void =>
    onChange({ kind: 'options', values: isChecked ? [...chosen, value] : chosen.filter((item) => item !== value) });
  return (
    <div className="shell-filter-options">
      {(column.metadata.options ?? YES_NO).map(({ value, label }) => (
        <Checkbox
          key={value}
          label={label}
          checked={chosen.includes(value)}
          onChange={(_, isChecked) => toggle(value, isChecked === true)}
        />
      ))}
    </div>
  );
}

function NumberRangeInput({ column, draft, onChange }: FilterInputProps): JSX.Element {
  const range = draft?.kind === 'range' ? draft : { kind: 'range' as const };
  const [texts, setTexts] = useState({ from: range.from ?? '', to: range.to ?? '' });
  const decimals = column.metadata.precision ?? (column.metadata.type === 'integer' ? 0 : 4);
  const change = (side: 'from' | 'to', text: string): void => {
    const next = { ...texts, [side]: text };
    setTexts(next);
    onChange({ kind: 'range', ...numberSide('from', next.from, decimals), ...numberSide('to', next.to, decimals) });
  };
  return (
    <>
      <TextField
        label="From"
        inputMode="decimal"
        value={texts.from}
        onChange={(_, text = '') => change('from', text)}
      />
      <TextField label="To" inputMode="decimal" value={texts.to} onChange={(_, text = '') => change('to', text)} />
    </>
  );
}

function numberSide(side: 'from' | 'to', text: string, decimals: number): { from?: string; to?: string } {
  const parsed = parseNumber(text, { decimals });
  return parsed.ok && parsed.value !== null ? { [side]: String(parsed.value) } : {};
}

function DateRangeInput({ draft, onChange }: FilterInputProps): JSX.Element {
  const range = draft?.kind === 'range' ? draft : { kind: 'range' as const };
  const picker = (label: string, side: 'from' | 'to', value = toLocalDate(range[side] ?? '')): JSX.Element => (
    <DatePicker
      label={label}
      allowTextInput
      strings={DATE_STRINGS}
      {...(value ? { value } : {})}
      formatDate={(date) => (date ? formatDate(toIsoDate(date)) : '')}
      parseDateFromString={(text) => parseDate(text) ?? null}
      onSelectDate={(date) => {
        const other = side === 'from' ? pick('to', range.to) : pick('from', range.from);
        onChange({ kind: 'range', ...other, ...pick(side, date ? toIsoDate(date) : undefined) });
      }}
    />
  );
  return (
    <>
      {picker('On or after', 'from')}
      {picker('On or before', 'to')}
    </>
  );
}

/** One end of a range, nothing where it is open. */
const pick = (side: 'from' | 'to', value: string | undefined): { from?: string; to?: string } =>
  value === undefined ? {} : { [side]: value };

function LookupInput({ column, draft, onChange }: FilterInputProps): JSX.Element {
  return (
    <LookupPicker
      id={`filter-${column.name}`}
      label="Equals"
      targets={column.metadata.targets ?? []}
      value={draft?.kind === 'lookup' ? draft.row : null}
      onChange={(row) => onChange(row ? { kind: 'lookup', row } : undefined)}
    />
  );
}

function isSet(filter: ColumnFilter): boolean {
  switch (filter.kind) {
    case 'text':
      return filter.contains.trim() !== '';
    case 'options':
      return filter.values.length > 0;
    case 'range':
      return filter.from !== undefined || filter.to !== undefined;
    case 'lookup':
    case 'empty':
      return true;
  }
}
