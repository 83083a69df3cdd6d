import type { MinorUnits } from '@bbl/domain';
import type { ScheduleAction, ShownRow } from '@bbl/pcf-shared/schedule-core';
import * as React from 'react';
import type { CalendarLook } from '../mapping/calendar';
import type { Figures } from '../mapping/figures';
import type { RowFacts } from '../mapping/rows';
import type { Texts } from '../mapping/texts';
import type { ScheduleColumn } from './columns';
import { columnIndex, COLUMNS, HEADINGS } from './columns';
import { CheckIcon } from './icons';
import { linesOf } from './lines';
import { RowLine } from './RowLine';
import { SplitLine } from './SplitLine';
import { useCellCommands } from './useCellCommands';
import { useCellEditing } from './useCellEditing';
import { useGridFocus } from './useGridFocus';

export interface ScheduleGridProps {
  readonly rows: readonly ShownRow[];
  readonly factsOf: (id: string) => RowFacts | undefined;
  readonly selectedIds: ReadonlySet<string>;
  readonly figures: Figures;
  readonly calendar: CalendarLook;
  readonly texts: Texts;
  readonly isRightToLeft: boolean;
  readonly isLoading: boolean;
  /** Nothing is edited meanwhile. Reading alone stops nobody: edits outlive it, and a key pressed would be lost. */
  readonly isSaving: boolean;
  /** A row to bring into focus, and with which cell; another object for another wish. */
  readonly wanted: { readonly id: string; readonly column: ScheduleColumn; readonly isEditing: boolean } | undefined;
  readonly dispatch: (action: ScheduleAction) => void;
  readonly onSelect: (ids: ReadonlySet<string>) => void;
  readonly onFocusRow: (id: string | undefined) => void;
  readonly onAdd: () => void;
  /** Fulfilled when the rows are removed, or the user would rather keep them. */
  readonly onRemove: (ids: readonly string[]) => Promise<void>;
  readonly onOpen: (id: string) => void;
  readonly onSave: () => void;
  /** Words for those who do not see what happened. */
  readonly onSay: (words: string) => void;
}

let grids = 0;

/** The schedule as a tree grid: milestones, below them their customers; cells are edited where billing allows. */
export function ScheduleGrid(props: ScheduleGridProps): React.ReactElement {
  const { rows, factsOf, texts, isLoading, isSaving, wanted } = props;
  const [idPrefix] = React.useState(() => `bbs-${(grids += 1)}`);
  const [expandedIds, setExpanded] = React.useState<ReadonlySet<string>>(new Set());
  const lines = React.useMemo(() => linesOf(rows, factsOf, expandedIds), [rows, factsOf, expandedIds]);
  const focus = useGridFocus(lines);
  const editing = useCellEditing(props, focus);
  const commands = useCellCommands(props, { focus, lines, expandedIds, setExpanded, begin: editing.begin });
  const focusedId = focus.line?.row.id;
  React.useEffect(() => {
    props.onFocusRow(focusedId);
  }, [focusedId]);
  React.useEffect(() => {
    if (!wanted) return;
    focus.goTo(wanted.id, columnIndex(wanted.column));
    const row = rows.find(({ id }) => id === wanted.id);
    if (wanted.isEditing && row) editing.begin(row, wanted.column);
  }, [wanted]);
  return (
    <div className="bbs-scroll">
      <div
        ref={focus.grid}
        role="treegrid"
        className="bbs-grid"
        style={moneyWidths(props)}
        aria-label={texts('Schedule_Label')}
        aria-multiselectable="true"
        aria-rowcount={lines.length + 1}
        aria-colcount={COLUMNS.length}
        aria-busy={isLoading || isSaving}
        aria-describedby={`${idPrefix}-help`}
        onKeyDown={commands.onKeyDown}
        onClick={commands.onClick}
        onDoubleClick={commands.onDoubleClick}
        onFocus={commands.onFocus}
      >
        <HeaderLine {...props} focusColumn={focus.at.row < 0 ? focus.at.column : undefined} />
        {lines.map((line, index) => {
          const focusColumn = focus.at.row === index ? focus.at.column : undefined;
          const common = { rowIndex: index + 2, focusColumn, figures: props.figures, texts };
          return line.kind === 'split' ? (
            <SplitLine key={line.key} {...common} split={line.split} facts={factsOf(line.row.id)} lineKey={line.key} />
          ) : (
            <RowLine
              key={line.key}
              {...common}
              row={line.row}
              facts={line.facts}
              isSelected={props.selectedIds.has(line.row.id)}
              isExpanded={expandedIds.has(line.row.id)}
              idPrefix={idPrefix}
              editor={editing.editorOf(line.row, `${idPrefix}-problem`)}
            />
          );
        })}
      </div>
      <p id={`${idPrefix}-help`} className="bbs-hidden">
        {texts('Schedule_Help')}
      </p>
    </div>
  );
}

/** Amounts are never cut off: their columns are as wide as the longest one, in every row alike. */
function moneyWidths({ rows, figures }: ScheduleGridProps): React.CSSProperties {
  const widthOf = (amounts: readonly MinorUnits[]): string =>
    `calc(${Math.max(...amounts.map((amount) => figures.money(amount).length), CHARACTERS_MIN) * CHARACTER_PX}px + 2 * var(--bbs-pad))`;
  return {
    '--bbs-money': widthOf(rows.map(({ amountMinor, taxMinor }) => (amountMinor + taxMinor) as MinorUnits)),
    '--bbs-tax': widthOf(rows.map(({ taxMinor }) => taxMinor)),
  } as React.CSSProperties;
}

/** Room for the heading. */
const CHARACTERS_MIN = 9;
/** A digit of 14 px in the widest fonts that apps use, in bold as an edited one is. */
const CHARACTER_PX = 8.4;

function HeaderLine(props: ScheduleGridProps & { readonly focusColumn: number | undefined }): React.ReactElement {
  const { rows, selectedIds, texts, focusColumn } = props;
  const state = selectedIds.size === 0 ? 'false' : selectedIds.size >= rows.length ? 'true' : 'mixed';
  return (
    <div role="row" className="bbs-row bbs-head" aria-rowindex={1} data-line="">
      {COLUMNS.map((column) => {
        const heading = HEADINGS[column];
        const isNarrow = column === 'open' || column === 'remove';
        const isEnd = column === 'amount' || column === 'tax' || column === 'afterTax';
        return (
          <div
            key={column}
            role="columnheader"
            className={`bbs-cell bbs-col-${column}${isEnd ? ' bbs-end' : ''}`}
            aria-colindex={columnIndex(column) + 1}
            data-column={columnIndex(column)}
            tabIndex={column === 'select' ? undefined : focusColumn === columnIndex(column) ? 0 : -1}
          >
            {column === 'select' && (
              <span
                role="checkbox"
                className={`bbs-box${state === 'mixed' ? ' bbs-mixed' : ''}`}
                aria-checked={state}
                aria-label={texts('Schedule_SelectAll')}
                tabIndex={focusColumn === columnIndex(column) ? 0 : -1}
              >
                <CheckIcon />
              </span>
            )}
            {heading && <span className={isNarrow ? 'bbs-hidden' : undefined}>{texts(heading)}</span>}
          </div>
        );
      })}
    </div>
  );
}
