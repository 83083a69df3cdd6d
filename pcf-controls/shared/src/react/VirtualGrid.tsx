import * as React from 'react';
import type { ColumnFilters, ColumnSort, GridAction, GridColumn, GridState } from '../grid-core';
import { HEADER_ROW, layoutColumns, selectAllState } from '../grid-core';
import { HeaderRow } from './HeaderRow';
import type { GridRow } from './model';
import { HEADER_PX, ROW_PX } from './model';
import { ReasonTip } from './ReasonTip';
import { RowView } from './RowView';
import type { Texts } from './texts';
import { useCellFocus } from './useCellFocus';
import { useColumnResize } from './useColumnResize';
import { useElementSize } from './useElementSize';
import { gridEvents } from './gridEvents';
import { useGridWindow } from './useGridWindow';
import { useReasonTip } from './useReasonTip';

export interface VirtualGridProps {
  /** Accessible name: the view's title. */
  readonly label: string;
  readonly idPrefix: string;
  readonly columns: readonly GridColumn[];
  readonly rowIds: readonly string[];
  /** The row of an id; gives the same object as long as nothing changed. */
  readonly rowOf: (id: string) => GridRow;
  /** Rows to keep room for: those loaded, and those that a refresh is still bringing back. */
  readonly rowsExpected: number;
  /** Changes with what is shown: the grid then starts at its first row. */
  readonly queryKey: string;
  /** All rows of the view, loaded or not; undefined when nobody knows. */
  readonly rowsTotal: number | undefined;
  readonly state: GridState;
  readonly dispatch: (action: GridAction) => void;
  readonly sorts: readonly ColumnSort[];
  readonly filters: ColumnFilters;
  readonly isBusy: boolean;
  readonly isRightToLeft: boolean;
  readonly reasonColumn: number;
  readonly texts: Texts;
  readonly onOpenRow: (id: string) => void;
  /** The lookup of a row in a column, by its index in `columns`. */
  readonly onOpenLookup: (id: string, column: number) => void;
  readonly onSort: (columnKey: string, isAdding: boolean) => void;
  readonly onOpenMenu: (columnKey: string, target: HTMLElement) => void;
  /** The rows drawn have changed; `end` is the first row beyond them. */
  readonly onDrawn: (end: number) => void;
  /** What stands below the header instead of rows: loading, empty, failed. */
  readonly children?: React.ReactNode;
}

/** A virtual ARIA grid: any number of rows, of which only those in sight are drawn. */
export function VirtualGrid(props: VirtualGridProps): React.ReactElement {
  const { columns, rowIds, rowOf, state, isRightToLeft, reasonColumn, idPrefix, texts, onDrawn } = props;
  const scroller = React.useRef<HTMLDivElement>(null);
  const size = useElementSize(scroller, HEADER_PX);
  const resize = useColumnResize(isRightToLeft);
  const tip = useReasonTip();
  const widthPx = size?.widthPx ?? 0;
  const layout = React.useMemo(() => layoutColumns(columns, widthPx, resize.chosen), [columns, widthPx, resize.chosen]);
  const heightPx = size?.heightPx ?? 0;
  const [drawn, update] = useGridWindow(scroller, size, layout, props.rowsExpected);
  const cellFocus = useCellFocus(scroller, state, layout, { heightPx, isRightToLeft });
  const events = gridEvents(props, { layout, resize, tip, cellFocus, heightPx });

  React.useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [props.queryKey]);
  React.useEffect(() => onDrawn(drawn.end), [onDrawn, drawn.end, rowIds]);

  const { focus, selection } = state;
  const shown = rowsShown(drawn.first, Math.min(drawn.end, rowIds.length), focus.row, rowIds.length);
  return (
    <div
      className="bbl-scroll"
      ref={scroller}
      onScroll={() => {
        tip.hide();
        update();
      }}
    >
      <div
        role="grid"
        className="bbl-grid"
        ref={cellFocus.grid}
        aria-label={props.label}
        aria-rowcount={props.rowsTotal === undefined ? -1 : props.rowsTotal + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        aria-busy={props.isBusy}
        style={gridStyle(layout.widthsPx, layout.totalPx)}
        {...events}
      >
        <HeaderRow
          columns={columns}
          layout={layout}
          sorts={props.sorts}
          filters={props.filters}
          allState={selectAllState(selection, rowIds.length)}
          focusColumn={focus.row === HEADER_ROW ? focus.column : undefined}
          helpId={`${idPrefix}-help`}
          resize={resize}
          texts={texts}
        />
        {props.rowsExpected > 0 && (
          <div role="rowgroup" className="bbl-body" style={{ height: props.rowsExpected * ROW_PX }}>
            {shown.map((index) => (
              <RowView
                key={rowIds[index]}
                row={rowOf(rowIds[index] as string)}
                index={index}
                columns={columns}
                firstColumn={drawn.firstColumn}
                endColumn={drawn.endColumn}
                isSelected={selection.ids.has(rowIds[index] as string)}
                focusColumn={focus.row === index ? focus.column : undefined}
                reasonColumn={reasonColumn}
                idPrefix={idPrefix}
                texts={texts}
              />
            ))}
          </div>
        )}
      </div>
      {props.children}
      <span id={`${idPrefix}-help`} hidden>
        {texts('Grid_HeaderHelp')}
      </span>
      <ReasonTip controls={tip} texts={texts} />
    </div>
  );
}

/** Widths live in one variable of the grid, so that sizing a column draws no row again. */
const gridStyle = (widthsPx: readonly number[], totalPx: number): React.CSSProperties => ({
  ['--bbl-columns' as string]: widthsPx.map((widthPx) => `${widthPx}px`).join(' '),
  width: totalPx,
});

/** The rows of the window, and the focused one even when it is scrolled away: the browser's focus must not get lost. */
function rowsShown(first: number, end: number, focusRow: number, rowCount: number): readonly number[] {
  const rows = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
  if (focusRow < 0 || focusRow >= rowCount || (focusRow >= first && focusRow < end)) return rows;
  return focusRow < first ? [focusRow, ...rows] : [...rows, focusRow];
}
