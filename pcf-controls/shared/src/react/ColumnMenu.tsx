import { ActionButton, DefaultButton, DirectionalHint, FocusTrapCallout, PrimaryButton } from '@fluentui/react';
import * as React from 'react';
import type { ColumnFilter, GridColumn, NumberFormat } from '../grid-core';
import { FilterFields } from './FilterFields';
import { draftOf, filterOf, isDraftValid } from './filterDraft';
import type { ChoiceOption } from './model';
import type { Texts } from './texts';

export interface ColumnMenuProps {
  readonly column: GridColumn;
  /** The header cell that the menu belongs to. */
  readonly target: HTMLElement;
  readonly filter: ColumnFilter | undefined;
  readonly options: readonly ChoiceOption[];
  readonly numberFormat: NumberFormat;
  readonly texts: Texts;
  readonly onSort: (isDescending: boolean) => void;
  /** Undefined takes the column's filter away. */
  readonly onFilter: (filter: ColumnFilter | undefined) => void;
  readonly onDismiss: () => void;
}

const COMPACT = { root: { height: 28 } };

/** What a column's header offers: both directions of sorting, and the filter that fits the column's kind. */
export function ColumnMenu(props: ColumnMenuProps): React.ReactElement {
  const { column, target, filter, options, numberFormat, texts, onSort, onFilter, onDismiss } = props;
  const [draft, setDraft] = React.useState(() => draftOf(column.kind, filter, numberFormat));
  const isValid = isDraftValid(draft, numberFormat);
  // Whoever opens the menu by keyboard can type at once; sorting is a step back.
  const form = React.useCallback((element: HTMLFormElement | null) => element?.querySelector('input')?.focus(), []);
  const apply = (event: React.FormEvent): void => {
    event.preventDefault();
    if (isValid) onFilter(filterOf(draft, numberFormat));
  };
  return (
    <FocusTrapCallout
      target={target}
      role="dialog"
      ariaLabel={texts('Grid_ColumnMenu', column.title)}
      directionalHint={DirectionalHint.bottomLeftEdge}
      isBeakVisible={false}
      onDismiss={onDismiss}
      focusTrapProps={{ disableFirstFocus: true }}
    >
      <form className="bbl-menubody" ref={form} onSubmit={apply}>
        {column.isSortable && (
          <>
            <ActionButton styles={COMPACT} onClick={() => onSort(false)}>
              {texts('Grid_SortAscending')}
            </ActionButton>
            <ActionButton styles={COMPACT} onClick={() => onSort(true)}>
              {texts('Grid_SortDescending')}
            </ActionButton>
          </>
        )}
        <FilterFields draft={draft} options={options} numberFormat={numberFormat} texts={texts} onChange={setDraft} />
        <div className="bbl-menubuttons">
          <PrimaryButton type="submit" disabled={!isValid}>
            {texts('Grid_Apply')}
          </PrimaryButton>
          <DefaultButton disabled={!filter} onClick={() => onFilter(undefined)}>
            {texts('Grid_Clear')}
          </DefaultButton>
        </div>
      </form>
    </FocusTrapCallout>
  );
}
