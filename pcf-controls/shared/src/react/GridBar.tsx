import * as React from 'react';
import { ColumnTotals } from './ColumnTotals';
import type { ColumnTotal } from './model';
import type { Texts } from './texts';

export interface BarAction {
  readonly label: string;
  readonly onPress: () => void;
}

export interface GridBarProps {
  readonly message: string;
  /** What the rows that the message speaks of come to. */
  readonly totals?: readonly ColumnTotal[] | undefined;
  /** Keeps its place and with it the focus while the bar goes from one step to the next. */
  readonly action?: BarAction | undefined;
  readonly otherAction?: BarAction | undefined;
  readonly texts: Texts;
}

/** A line between rows and footer: something about all rows of the view, and what can be done about it. */
export const GridBar = ({ message, totals = [], action, otherAction, texts }: GridBarProps): React.ReactElement => (
  <div className="bbl-bar">
    <span role="status" className="bbl-barmessage">
      <span>{message}</span> <ColumnTotals totals={totals} texts={texts} />
    </span>
    {action && <BarButton {...action} />}
    {otherAction && <BarButton {...otherAction} />}
  </div>
);

const BarButton = ({ label, onPress }: BarAction): React.ReactElement => (
  <button type="button" className="bbl-textbutton" onClick={onPress}>
    {label}
  </button>
);
