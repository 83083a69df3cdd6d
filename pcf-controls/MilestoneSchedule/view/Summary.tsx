import type { MinorUnits, TotalsComparison } from '@bbl/domain';
import * as React from 'react';
import type { Figures } from '../mapping/figures';
import type { Texts } from '../mapping/texts';
import { AddIcon, RestoreIcon } from './icons';

export interface SummaryProps {
  readonly amount: TotalsComparison | undefined;
  readonly tax: TotalsComparison | undefined;
  readonly scheduledMinor: MinorUnits;
  readonly figures: Figures;
  readonly texts: Texts;
  readonly canAdd: boolean;
  readonly canUndo: boolean;
  readonly changesCount: number;
  readonly isSaving: boolean;
  readonly onAdd: () => void;
  readonly onUndo: () => void;
  readonly onDiscard: () => void;
  readonly onSave: () => void;
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
      <Actions {...props} />
    </div>
  );
}

function Actions(props: SummaryProps): React.ReactElement {
  const { texts, changesCount, isSaving } = props;
  const isDirty = changesCount > 0;
  return (
    <div className="bbs-actions" role="toolbar" aria-label={texts('Schedule_Label')}>
      {props.canAdd && (
        <button
          type="button"
          className="bbs-button"
          title={texts('Schedule_AddTip')}
          disabled={isSaving}
          onClick={props.onAdd}
        >
          <AddIcon />
          {texts('Schedule_Add')}
        </button>
      )}
      {props.canUndo && (
        <button
          type="button"
          className="bbs-button"
          title={texts('Schedule_UndoTip')}
          disabled={isSaving}
          onClick={props.onUndo}
        >
          <RestoreIcon />
          {texts('Schedule_Undo')}
        </button>
      )}
      {isDirty && (
        <>
          <button type="button" className="bbs-button" disabled={isSaving} onClick={props.onDiscard}>
            {texts('Schedule_Discard')}
          </button>
          <button
            type="button"
            className="bbs-button bbs-primary"
            title={texts('Schedule_SaveTip')}
            disabled={isSaving}
            onClick={props.onSave}
          >
            {isSaving ? texts('Schedule_Saving') : texts('Schedule_Save', changesCount)}
          </button>
        </>
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
