import * as React from 'react';

export interface BarAction {
  readonly label: string;
  readonly onPress: () => void;
}

export interface GridBarProps {
  readonly message: string;
  /** Keeps its place and with it the focus while the bar goes from one step to the next. */
  readonly action?: BarAction | undefined;
  readonly otherAction?: BarAction | undefined;
}

/** A line between rows and footer: something about all rows of the view, and what can be done about it. */
export const GridBar = ({ message, action, otherAction }: GridBarProps): React.ReactElement => (
  <div className="bbl-bar">
    <span role="status">{message}</span>
    {action && <BarButton {...action} />}
    {otherAction && <BarButton {...otherAction} />}
  </div>
);

const BarButton = ({ label, onPress }: BarAction): React.ReactElement => (
  <button type="button" className="bbl-textbutton" onClick={onPress}>
    {label}
  </button>
);
