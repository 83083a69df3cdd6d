import * as React from 'react';
import type { ColumnFilters, ColumnSort, GridAction, GridColumn, GridLines, GridState, GroupLine } from '../grid-core';
import { HEADER_ROW, layoutColumns, selectAllState } from '../grid-core';
import { GridBody } from './GridBody';
import { HeaderRow } from './HeaderRow';
import type { ColumnTotal, GridRow } from './model';
import { HEADER_PX } from './model';
import { ReasonTip } from './ReasonTip';
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
  readonly lines: GridLines;
  /** The row of an id; gives the same object as long as nothing changed. */
  readonly rowOf: (id: string) => GridRow;
  /** The sums of a group's rows; gives the same list as long as nothing changed. */
  readonly groupTotalsOf: (group: GroupLine) => readonly ColumnTotal[];
  /** More rows may follow those that are there. */
  readonly rowsArePartial: boolean;
  /** Lines to keep room for: those there are, and those that a refresh is still bringing back. */
  readonly linesExpected: number;
  /** Changes with what is shown: the grid then starts at its first row. */
  readonly queryKey: string;
  /** Lines when everything is loaded; undefined when nobody knows. */
  readonly linesTotal: number | undefined;
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
  /** Collapses the group with this key, or expands it. */
  readonly onFold: (groupKey: string) => void;
  /** The lines drawn have changed; `end` is the first line beyond them. */
  readonly onDrawn: (end: number) => void;
  /** What stands below the header instead of rows: loading, empty, failed. */
  readonly children?: React.ReactNode;
}

/** A virtual ARIA grid: any number of rows, of which only those in sight are drawn. */
export function VirtualGrid(props: VirtualGridProps): React.ReactElement {
  const { columns, lines, state, isRightToLeft, idPrefix, texts, onDrawn } = props;
  const scroller = React.useRef<HTMLDivElement>(null);
  const size = useElementSize(scroller, HEADER_PX);
  const resize = useColumnResize(isRightToLeft);
  const tip = useReasonTip();
  const widthPx = size?.widthPx ?? 0;
  const layout = React.useMemo(() => layoutColumns(columns, widthPx, resize.chosen), [columns, widthPx, resize.chosen]);
  const heightPx = size?.heightPx ?? 0;
  const [drawn, update] = useGridWindow(scroller, size, layout, props.linesExpected);
  const cellFocus = useCellFocus(scroller, state, layout, { heightPx, isRightToLeft });
  const events = gridEvents(props, { layout, resize, tip, cellFocus, heightPx });

  React.useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [props.queryKey]);
  React.useEffect(() => onDrawn(drawn.end), [onDrawn, drawn.end, lines]);

  const { focus, selection } = state;
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
        role={lines.groups.length > 0 ? 'treegrid' : 'grid'}
        className="bbl-grid"
        ref={cellFocus.grid}
        aria-label={props.label}
        aria-rowcount={props.linesTotal === undefined ? -1 : props.linesTotal + 1}
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
          allState={selectAllState(selection, lines.rowIds.length)}
          focusColumn={focus.row === HEADER_ROW ? focus.column : undefined}
          helpId={`${idPrefix}-help`}
          resize={resize}
          texts={texts}
        />
        {props.linesExpected > 0 && <GridBody grid={props} drawn={drawn} />}
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
