import * as React from 'react';
import type { ChoiceOption } from './model';
import type { Texts } from './texts';

export interface GroupChoiceProps {
  readonly options: readonly ChoiceOption[];
  /** Undefined: rows are not grouped. */
  readonly value: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
  readonly onFoldAll: (isCollapsed: boolean) => void;
  readonly texts: Texts;
}

/** By what rows are grouped, and all groups folded at once. The browser's own list: every key and screen reader knows it. */
export function GroupChoice({ options, value, onChoose, onFoldAll, texts }: GroupChoiceProps): React.ReactElement {
  return (
    <span className="bbl-groupchoice">
      <label>
        {texts('Grid_GroupBy')}{' '}
        <select value={value ?? ''} onChange={({ target }) => onChoose(target.value || undefined)}>
          <option value="">{texts('Grid_GroupNone')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </label>
      {value !== undefined && (
        <>
          <button type="button" className="bbl-textbutton" onClick={() => onFoldAll(false)}>
            {texts('Grid_ExpandAll')}
          </button>
          <button type="button" className="bbl-textbutton" onClick={() => onFoldAll(true)}>
            {texts('Grid_CollapseAll')}
          </button>
        </>
      )}
    </span>
  );
}
