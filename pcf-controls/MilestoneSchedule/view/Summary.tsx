import type { MinorUnits, TotalsComparison } from '@bbl/domain';
import * as React from 'react';
import type { Figures } from '../mapping/figures';
import type { Texts } from '../mapping/texts';
import { AddIcon } from './icons';

export interface SummaryProps {
  readonly amount: TotalsComparison | undefined;
  readonly tax: TotalsComparison | undefined;
  readonly scheduledMinor: MinorUnits;
  readonly figures: Figures;
  readonly texts: Texts;
  readonly canAdd: boolean;
  readonly isSaving: boolean;
  readonly onAdd: () => void;
}

/** What was contracted, what is scheduled and what is missing; and what can be done about it. */
export function Summary(props: SummaryProps): React.ReactElement {
  const { amount, tax, figures, texts } = props;
  return (
    <div className="bbs-summary">
      <dl className="bbs-totals">
        {amount && <Figure label={texts('Schedule_Contracted')} text={figures.money(amount.contractedMinor)} />}
        <Figure label={texts('Schedule_Scheduled')} text={figures.money(props.scheduledMinor)} />
        {amount && <Difference label={texts('Schedule_Difference')} figure={amount} figures={figures} texts={texts} />}
        {tax && tax.differenceMinor !== 0 && (
          <Difference label={texts('Schedule_Tax')} figure={tax} figures={figures} texts={texts} />
        )}
      </dl>
      {props.canAdd && (
        <button
          type="button"
          className="bbs-button"
          title={texts('Schedule_AddTip')}
          disabled={props.isSaving}
          onClick={props.onAdd}
        >
          <AddIcon />
          {texts('Schedule_Add')}
        </button>
      )}
    </div>
  );
}

const Figure = ({ label, text }: { readonly label: string; readonly text: string }): React.ReactElement => (
  <div>
    <dt>{label}</dt>
    <dd>{text}</dd>
  </div>
);

interface DifferenceProps {
  readonly label: string;
  readonly figure: TotalsComparison;
  readonly figures: Figures;
  readonly texts: Texts;
}

function Difference({ label, figure, figures, texts }: DifferenceProps): React.ReactElement {
  const { differenceMinor } = figure;
  const size = (differenceMinor < 0 ? -differenceMinor : differenceMinor) as MinorUnits;
  const isEqual = differenceMinor === 0;
  const words = isEqual
    ? texts('Schedule_Complete')
    : texts(differenceMinor > 0 ? 'Schedule_Missing' : 'Schedule_TooMuch', figures.money(size));
  return (
    <div className={isEqual ? 'bbs-equal' : 'bbs-different'}>
      <dt>{label}</dt>
      <dd>{words}</dd>
    </div>
  );
}
