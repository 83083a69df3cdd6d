import type { MinorUnits } from '@bbl/domain';
import * as React from 'react';
import type { SplitFacts } from '../mapping/facts';
import type { Figures } from '../mapping/figures';
import type { RowFacts, Tone } from '../mapping/rows';
import type { Texts } from '../mapping/texts';
import type { ScheduleColumn } from './columns';
import { columnIndex, COLUMNS } from './columns';

export interface SplitLineProps {
  readonly split: SplitFacts;
  readonly facts: RowFacts | undefined;
  readonly lineKey: string;
  readonly rowIndex: number;
  readonly focusColumn: number | undefined;
  readonly figures: Figures;
  readonly texts: Texts;
}

const TONES: { readonly [status in SplitFacts['billingStatus']]: Tone } = {
  NotReady: 'quiet',
  Ready: 'ready',
  InvoiceCreated: 'busy',
  InvoicePosted: 'done',
};

/** What one customer gets of a milestone, in the columns of the milestone itself. */
export const SplitLine = React.memo(function SplitLine(props: SplitLineProps): React.ReactElement {
  return (
    <div
      role="row"
      className="bbs-row bbs-split"
      aria-level={2}
      aria-rowindex={props.rowIndex}
      data-line={props.lineKey}
    >
      {COLUMNS.map((column) => (
        <div
          key={column}
          role="gridcell"
          className={`bbs-cell bbs-col-${column}${isFigure(column) ? ' bbs-end' : ''}`}
          aria-colindex={columnIndex(column) + 1}
          data-column={columnIndex(column)}
          tabIndex={props.focusColumn === columnIndex(column) ? 0 : -1}
        >
          {contentOf(column, props)}
        </div>
      ))}
    </div>
  );
});

const isFigure = (column: ScheduleColumn): boolean => column === 'amount' || column === 'tax' || column === 'afterTax';

function contentOf(column: ScheduleColumn, { split, facts, figures, texts }: SplitLineProps): React.ReactNode {
  switch (column) {
    case 'name':
      return <span className="bbs-name">{split.customer}</span>;
    case 'date':
      return split.date && figures.date(split.date);
    case 'amount':
      return figures.money(split.amountMinor);
    case 'tax':
      return figures.money(split.taxMinor);
    case 'afterTax':
      return figures.money((split.amountMinor + split.taxMinor) as MinorUnits);
    case 'status':
      return <span className={`bbs-badge bbs-${TONES[split.billingStatus]}`}>{split.statusText}</span>;
    case 'progress':
      return [facts?.isProgressBased ? roundText(split.round, texts) : '', split.invoice].filter(Boolean).join(' · ');
    case 'select':
    case 'open':
    case 'remove':
      return null;
  }
}

const roundText = (round: number, texts: Texts): string =>
  round === 0 ? texts('Schedule_Remainder') : texts('Schedule_Round', round);
