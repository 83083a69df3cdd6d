import * as React from 'react';
import type { ColumnTotal } from './model';
import { amountsText } from './model';
import type { Texts } from './texts';

export interface ColumnTotalsProps {
  readonly totals: readonly ColumnTotal[];
  readonly texts: Texts;
}

/** The sums of columns in a line of text. */
export const ColumnTotals = ({ totals, texts }: ColumnTotalsProps): React.ReactElement => (
  <>
    {totals.map(({ columnKey, title, amounts }) => (
      <span key={columnKey} className="bbl-total">
        {texts('Grid_Total', title)} <strong>{amountsText(amounts)}</strong>
      </span>
    ))}
  </>
);
