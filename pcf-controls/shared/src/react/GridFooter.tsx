import * as React from 'react';
import { ColumnTotals } from './ColumnTotals';
import type { ColumnTotal } from './model';
import type { Texts } from './texts';

export interface GridFooterProps {
  readonly rowsLoaded: number;
  /** As it is written: "20", or "5000+" when nobody counts further. */
  readonly rowsTotal: string;
  readonly rowsSelected: number;
  /** Of the selected rows, or of all when none is selected. */
  readonly totals: readonly ColumnTotal[];
  readonly isLoadingMore: boolean;
  /** A load that failed while rows are there. */
  readonly failure: string | undefined;
  /** What the filters keep from sight, in words; undefined without filters. */
  readonly hiddenText: string | undefined;
  readonly onClearFilters: () => void;
  readonly texts: Texts;
  /** Choices about the rows. */
  readonly children?: React.ReactNode;
}

/** Below the rows: how many there are, how many are selected or hidden, and what they come to. */
export function GridFooter(props: GridFooterProps): React.ReactElement {
  const { rowsLoaded, rowsTotal, rowsSelected, totals, isLoadingMore, failure, hiddenText, texts } = props;
  const range =
    rowsSelected > 0
      ? texts('Grid_RangeSelected', Math.min(1, rowsLoaded), rowsLoaded, rowsTotal, rowsSelected)
      : texts('Grid_Range', Math.min(1, rowsLoaded), rowsLoaded, rowsTotal);
  return (
    <div className="bbl-footer">
      <span role="status" dir="auto">
        {range}
      </span>
      {props.children}
      {isLoadingMore && <span>{texts('Grid_LoadingMore')}</span>}
      {failure !== undefined && (
        <span role="alert" className="bbl-failed">
          {texts('Grid_Failed')} {failure}
        </span>
      )}
      {hiddenText !== undefined && (
        <span>
          <span role="status">{hiddenText}</span>
          <button type="button" className="bbl-textbutton" onClick={props.onClearFilters}>
            {texts('Grid_ClearFilters')}
          </button>
        </span>
      )}
      <span className="bbl-totals" role="status">
        {totals.length > 0 && <span>{texts(rowsSelected > 0 ? 'Grid_OfSelected' : 'Grid_OfAll')}</span>}
        <ColumnTotals totals={totals} texts={texts} />
      </span>
    </div>
  );
}
