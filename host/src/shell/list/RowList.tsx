import {
  CheckboxVisibility,
  ConstrainMode,
  DetailsList,
  DetailsListLayoutMode,
  Icon,
  SelectionMode,
  ShimmeredDetailsList,
  type IColumn,
  type IDetailsListProps,
  type Selection,
} from '@fluentui/react';
import React from 'react';
import type { LookupRef } from '../api/rows';
import type { GridRecord } from '../grid/gridRecord';

interface RowListProps {
  readonly records: readonly GridRecord[];
  /** Nothing is there yet: placeholders stand for the rows. */
  readonly isFirstLoad: boolean;
  readonly hasNextPage: boolean;
  readonly columns: IColumn[];
  readonly selection: Selection;
  readonly selectionMode: SelectionMode;
  readonly viewId: string;
  readonly label: string;
  readonly onOpen: (row: LookupRef) => void;
  readonly onNextPage: () => void;
}

const PLACEHOLDER_ROWS = 8;

/** The rows themselves. Drawn again only when they or the columns change, not while more are being loaded. */
export const RowList = React.memo(function RowList(props: RowListProps): JSX.Element {
  const { records, isFirstLoad, hasNextPage, selectionMode, onOpen, onNextPage } = props;
  const list: IDetailsListProps = {
    // The empty place at the end asks for the next page when it comes into view.
    items: hasNextPage ? [...records, null] : [...records],
    columns: props.columns,
    compact: true,
    selection: props.selection,
    selectionMode,
    selectionPreservedOnEmptyClick: true,
    checkboxVisibility: selectionMode === SelectionMode.none ? CheckboxVisibility.hidden : CheckboxVisibility.always,
    layoutMode: DetailsListLayoutMode.fixedColumns,
    constrainMode: ConstrainMode.unconstrained,
    setKey: props.viewId,
    getKey: (item: GridRecord | null) => item?.id ?? 'more',
    onRenderMissingItem: () => <NextPage onShown={onNextPage} />,
    onItemInvoked: (item: GridRecord) => onOpen(item.reference),
    onRenderCheckbox: (check) => <CheckMark isChecked={check?.checked === true} />,
    ariaLabelForGrid: props.label,
    ariaLabelForSelectionColumn: 'Selection',
    ariaLabelForSelectAllCheckbox: 'Select all loaded rows',
    checkButtonAriaLabel: 'Select row',
  };
  return isFirstLoad ? (
    <ShimmeredDetailsList {...list} enableShimmer shimmerLines={PLACEHOLDER_ROWS} />
  ) : (
    <DetailsList {...list} />
  );
});

function NextPage({ onShown }: { onShown: () => void }): JSX.Element {
  React.useEffect(onShown);
  return <div className="shell-grid-more">Loading more rows…</div>;
}

/** The box of a row's check button, which is what takes clicks and the focus. */
function CheckMark({ isChecked }: { isChecked: boolean }): JSX.Element {
  return (
    <span className={isChecked ? 'shell-check shell-check-on' : 'shell-check'} aria-hidden="true">
      {isChecked && <Icon iconName="CheckMark" />}
    </span>
  );
}
