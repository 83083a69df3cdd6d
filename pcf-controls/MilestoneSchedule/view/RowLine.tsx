import type { MinorUnits } from '@bbl/domain';
import type { ShownRow } from '@bbl/pcf-shared/schedule-core';
import * as React from 'react';
import type { Figures } from '../mapping/figures';
import type { RowFacts } from '../mapping/rows';
import type { TextKey, Texts } from '../mapping/texts';
import type { ScheduleColumn } from './columns';
import { columnIndex, COLUMNS, isEditable } from './columns';
import { CheckIcon, ChevronIcon, DeleteIcon, LockIcon, OpenIcon, RestoreIcon } from './icons';
import { ProgressBar } from './ProgressBar';

export interface RowLineProps {
  readonly row: ShownRow;
  readonly facts: RowFacts | undefined;
  /** Place among the lines, for assistive technology. */
  readonly rowIndex: number;
  readonly isSelected: boolean;
  readonly isExpanded: boolean;
  readonly focusColumn: number | undefined;
  readonly figures: Figures;
  readonly texts: Texts;
  readonly idPrefix: string;
  /** The field of the cell under edit, or undefined when none of this row is. */
  readonly editor: RowEditor | undefined;
}

/** The cell of a row under edit: its field, and why what was typed cannot be taken. */
export interface RowEditor {
  readonly column: ScheduleColumn;
  readonly element: React.ReactElement;
  readonly problem: string | undefined;
  readonly problemId: string;
}

/**
 * A milestone. Presses and keys are heard by the grid around, which finds the cell by its data attributes. Only rows
 * with another content or focus are drawn again: moving through a long schedule touches two of them.
 */
export const RowLine = React.memo(function RowLine(props: RowLineProps): React.ReactElement {
  const { row, facts, rowIndex, isSelected, isExpanded, texts, idPrefix } = props;
  const refusalId = row.refusal === undefined ? undefined : `${idPrefix}-refusal-${row.id}`;
  const hasSplits = (facts?.splits.length ?? 0) > 0;
  return (
    <>
      <div
        role="row"
        className={`bbs-row bbs-is-${row.state}${isSelected ? ' bbs-selected' : ''}`}
        aria-level={1}
        aria-rowindex={rowIndex}
        aria-selected={isSelected}
        aria-expanded={hasSplits ? isExpanded : undefined}
        data-line={row.id}
      >
        {COLUMNS.map((column) => (
          <Cell key={column} {...props} column={column} refusalId={refusalId}>
            {props.editor?.column === column ? props.editor.element : contentOf(column, props, hasSplits)}
          </Cell>
        ))}
      </div>
      {props.editor?.problem !== undefined && (
        <SentenceLine rowIndex={rowIndex}>
          <span ref={bringIntoView} id={props.editor.problemId} className="bbs-problem" role="alert">
            {props.editor.problem}
          </span>
        </SentenceLine>
      )}
      {row.refusal !== undefined && (
        <SentenceLine rowIndex={rowIndex} id={refusalId}>
          {texts('Schedule_NotSaved')} {row.refusal}
        </SentenceLine>
      )}
    </>
  );
});

interface SentenceLineProps {
  readonly rowIndex: number;
  readonly id?: string | undefined;
  readonly children: React.ReactNode;
}

/** What is wrong with a row, in a line of its own below it: it pushes the others down instead of covering them. */
const SentenceLine = ({ rowIndex, id, children }: SentenceLineProps): React.ReactElement => (
  <div role="row" className="bbs-refusalrow" aria-level={2} aria-rowindex={rowIndex}>
    <div role="gridcell" id={id} className="bbs-refusal" aria-colspan={COLUMNS.length}>
      {children}
    </div>
  </div>
);

/** The line of the last row may lie behind the bar below. */
const bringIntoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

interface CellProps extends RowLineProps {
  readonly column: ScheduleColumn;
  readonly refusalId: string | undefined;
  readonly children: React.ReactNode;
}

const END_ALIGNED: readonly ScheduleColumn[] = ['amount', 'tax', 'afterTax'];

function Cell({ row, column, refusalId, focusColumn, editor, children, texts }: CellProps): React.ReactElement {
  const isLocked = isEditable(column) && isLockedCell(row, column);
  const isEdited = row.editedFields.some((field) => FIELD_COLUMNS[field] === column);
  const classes = [
    'bbs-cell',
    `bbs-col-${column}`,
    END_ALIGNED.includes(column) ? 'bbs-end' : '',
    isEditable(column) && !isLocked ? 'bbs-editable' : '',
    isEdited ? 'bbs-edited' : '',
  ];
  const index = columnIndex(column);
  return (
    <div
      role="gridcell"
      className={classes.join(' ')}
      aria-colindex={index + 1}
      aria-readonly={isEditable(column) ? isLocked : undefined}
      aria-describedby={refusalId}
      title={isLocked ? texts(lockedText(row)) : undefined}
      data-column={index}
      // The field of a cell under edit has the focus, and takes it back to the grid when it closes.
      tabIndex={!hasWidget(column, row) && editor?.column !== column ? (focusColumn === index ? 0 : -1) : undefined}
    >
      {children}
    </div>
  );
}

const FIELD_COLUMNS = { name: 'name', date: 'date', amountMinor: 'amount', taxMinor: 'tax' } as const;

/** Billing locks date and figures; the name stays free. */
export const isLockedCell = ({ locks, state }: ShownRow, column: ScheduleColumn): boolean =>
  state === 'removed' || (column === 'date' ? locks.date : column !== 'name' && locks.amount);

/** Why a cell cannot be changed. */
export const lockedText = ({ state }: ShownRow): TextKey =>
  state === 'removed' ? 'Schedule_RemovedLocked' : 'Schedule_Locked';

/** Cells whose content takes the focus itself. */
const hasWidget = (column: ScheduleColumn, row: ShownRow): boolean =>
  column === 'select' || (column === 'open' && row.state !== 'added') || (column === 'remove' && !row.locks.removal);

function contentOf(column: ScheduleColumn, props: RowLineProps, hasSplits: boolean): React.ReactNode {
  const { row, facts, figures } = props;
  switch (column) {
    case 'select':
      return <SelectBox {...props} />;
    case 'name':
      return <NameCell {...props} hasSplits={hasSplits} />;
    case 'date':
      return figures.date(row.date);
    case 'amount':
      return figures.money(row.amountMinor);
    case 'tax':
      return figures.money(row.taxMinor);
    case 'afterTax':
      return figures.money((row.amountMinor + row.taxMinor) as MinorUnits);
    case 'status':
      return <StatusCell {...props} />;
    case 'progress':
      return facts && !facts.isStatusHidden && <ProgressBar facts={facts} figures={figures} texts={props.texts} />;
    case 'open':
      return row.state !== 'added' && <RowButton {...props} column="open" />;
    case 'remove':
      return <RemoveCell {...props} />;
  }
}

const tabIndexOf = ({ focusColumn }: RowLineProps, column: ScheduleColumn): 0 | -1 =>
  focusColumn === columnIndex(column) ? 0 : -1;

function SelectBox(props: RowLineProps): React.ReactElement {
  const { row, isSelected, texts } = props;
  return (
    <span
      role="checkbox"
      className="bbs-box"
      aria-checked={isSelected}
      aria-label={texts('Schedule_SelectRow', row.name)}
      tabIndex={tabIndexOf(props, 'select')}
    >
      <CheckIcon />
    </span>
  );
}

function NameCell({
  row,
  isExpanded,
  texts,
  hasSplits,
}: RowLineProps & { readonly hasSplits: boolean }): React.ReactElement {
  return (
    <>
      {hasSplits ? (
        <span
          className={isExpanded ? 'bbs-expander bbs-open' : 'bbs-expander'}
          data-expander="true"
          title={texts(isExpanded ? 'Schedule_Collapse' : 'Schedule_Expand')}
        >
          <ChevronIcon />
        </span>
      ) : (
        <span className="bbs-expander" />
      )}
      <span className="bbs-name" title={row.name}>
        {row.name || texts('Schedule_NewName')}
      </span>
    </>
  );
}

function StatusCell({ row, facts, texts }: RowLineProps): React.ReactElement {
  const marks = { added: 'Schedule_Added', edited: 'Schedule_Edited', removed: 'Schedule_Removed' } as const;
  return (
    <>
      {facts && !facts.isStatusHidden && row.state !== 'added' && (
        <span className={`bbs-badge bbs-${facts.tone}`}>{facts.statusText}</span>
      )}
      {row.state !== 'stored' && <span className="bbs-mark">{texts(marks[row.state])}</span>}
    </>
  );
}

function RemoveCell(props: RowLineProps): React.ReactElement {
  const { row, texts } = props;
  if (row.state !== 'removed' && row.locks.removal) {
    return (
      <span className="bbs-lock" title={texts('Schedule_LockedDelete')}>
        <LockIcon />
        <span className="bbs-hidden">{texts('Schedule_LockedDelete')}</span>
      </span>
    );
  }
  return <RowButton {...props} column="remove" />;
}

function RowButton(props: RowLineProps & { readonly column: 'open' | 'remove' }): React.ReactElement {
  const { row, column, texts } = props;
  const isRestoring = column === 'remove' && row.state === 'removed';
  const label = column === 'open' ? 'Schedule_OpenRow' : isRestoring ? 'Schedule_RestoreRow' : 'Schedule_DeleteRow';
  return (
    <button
      type="button"
      className="bbs-iconbutton"
      aria-label={texts(label, row.name)}
      title={texts(label, row.name)}
      tabIndex={tabIndexOf(props, column)}
    >
      {column === 'open' ? <OpenIcon /> : isRestoring ? <RestoreIcon /> : <DeleteIcon />}
    </button>
  );
}
