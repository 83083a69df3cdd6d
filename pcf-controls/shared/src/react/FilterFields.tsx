import { TextField } from '@fluentui/react';
import * as React from 'react';
import type { NumberFormat } from '../grid-core';
import type { FilterDraft } from './filterDraft';
import { isNumberOrEmpty } from './filterDraft';
import type { ChoiceOption } from './model';
import type { TextKey, Texts } from './texts';

export interface FilterFieldsProps {
  readonly draft: FilterDraft;
  readonly options: readonly ChoiceOption[];
  readonly numberFormat: NumberFormat;
  readonly texts: Texts;
  readonly onChange: (draft: FilterDraft) => void;
}

/** The fields of a column's filter: a text, check boxes, or the two ends of a range. */
export function FilterFields({ draft, options, numberFormat, texts, onChange }: FilterFieldsProps): React.ReactElement {
  switch (draft.kind) {
    case 'contains':
      return (
        <TextField
          label={texts('Grid_Contains')}
          value={draft.text}
          onChange={(_, text = '') => onChange({ ...draft, text })}
        />
      );
    case 'anyOf':
      return (
        <OptionBoxes
          values={draft.values}
          options={options}
          texts={texts}
          onChange={(values) => onChange({ ...draft, values })}
        />
      );
    case 'dates':
    case 'range':
      return (
        <>
          {ENDS.map((end) => (
            <TextField
              key={end}
              label={texts(LABELS[draft.kind][end])}
              type={draft.kind === 'dates' ? 'date' : 'text'}
              inputMode="decimal"
              value={draft[end]}
              errorMessage={isReadable(draft, end, numberFormat) ? '' : texts('Grid_NotANumber')}
              onChange={(_, text = '') => onChange({ ...draft, [end]: text })}
            />
          ))}
        </>
      );
  }
}

/** Dates come from the browser's own field and can always be read. */
const isReadable = (
  draft: FilterDraft & { from: string; to: string },
  end: 'from' | 'to',
  format: NumberFormat,
): boolean => draft.kind === 'dates' || isNumberOrEmpty(draft[end], format);

const ENDS = ['from', 'to'] as const;
const LABELS: Readonly<Record<'dates' | 'range', Readonly<Record<(typeof ENDS)[number], TextKey>>>> = {
  dates: { from: 'Grid_From', to: 'Grid_To' },
  range: { from: 'Grid_Minimum', to: 'Grid_Maximum' },
};

interface OptionBoxesProps {
  readonly values: readonly string[];
  readonly options: readonly ChoiceOption[];
  readonly texts: Texts;
  readonly onChange: (values: readonly string[]) => void;
}

/** Native check boxes: the platform's own draw their marks with an icon font that is not registered everywhere. */
function OptionBoxes({ values, options, texts, onChange }: OptionBoxesProps): React.ReactElement {
  return (
    <fieldset className="bbl-options">
      <legend>{texts('Grid_AnyOf')}</legend>
      {options.map(({ value, label }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={values.includes(value)}
            onChange={({ target }) =>
              onChange(target.checked ? [...values, value] : values.filter((other) => other !== value))
            }
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
