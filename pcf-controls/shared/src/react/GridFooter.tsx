import * as React from 'react';
import type { Texts } from './texts';

/** The sums of one amount column, one text a currency. */
export interface ColumnTotal {
  readonly title: string;
  readonly amounts: readonly string[];
}

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
  readonly isFiltered: boolean;
  readonly onClearFilters: () => void;
  readonly texts: Texts;
}

/** Below the rows: how many there are, how many are selected, and what they come to. */
export function GridFooter(props: GridFooterProps): React.ReactElement {
  const { rowsLoaded, rowsTotal, rowsSelected, totals, isLoadingMore, failure, isFiltered, onClearFilters, texts } =
    props;
  const range =
    rowsSelected > 0
      ? texts('Grid_RangeSelected', Math.min(1, rowsLoaded), rowsLoaded, rowsTotal, rowsSelected)
      : texts('Grid_Range', Math.min(1, rowsLoaded), rowsLoaded, rowsTotal);
  return (
    <div className="bbl-footer">
      <span role="status" dir="auto">
        {range}
      </span>
      {isLoadingMore && <span>{texts('Grid_LoadingMore')}</span>}
      {failure !== undefined && (
        <span role="alert" className="bbl-failed">
          {texts('Grid_Failed')} {failure}
        </span>
      )}
      {isFiltered && (
        <button type="button" className="bbl-textbutton" onClick={onClearFilters}>
          {texts('Grid_ClearAllFilters')}
        </button>
      )}
      <span className="bbl-totals" role="status">
        {totals.length > 0 && <span>{texts(rowsSelected > 0 ? 'Grid_OfSelected' : 'Grid_OfAll')}</span>}
        {totals.map(({ title, amounts }) => (
          <span key={title} className="bbl-total">
            {texts('Grid_Total', title)} <strong>{amounts.join(' · ')}</strong>
          </span>
        ))}
      </span>
    </div>
  );
}
