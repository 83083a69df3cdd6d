import type { Extent, Position } from './focus';
import { HEADER_ROW, movedBy, SELECT_COLUMN } from './focus';

/** A key as the grid sees it: `isCtrl` is the Command key on a Mac. */
export interface KeyPress {
  readonly key: string;
  readonly isCtrl: boolean;
  readonly isShift: boolean;
  readonly isAlt: boolean;
}

/** What a key asks for. */
export type GridCommand =
  | { readonly kind: 'move'; readonly to: Position; readonly isExtending: boolean }
  | { readonly kind: 'toggleRow' }
  | { readonly kind: 'extendToRow' }
  | { readonly kind: 'selectAll' }
  | { readonly kind: 'toggleAll' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'activate' }
  | { readonly kind: 'fold' }
  | { readonly kind: 'sort'; readonly isAdding: boolean }
  | { readonly kind: 'openMenu' }
  | { readonly kind: 'resize'; readonly byPx: number };

/** The line of a group, as far as keys care. Its title is one cell over several columns, the select column aside. */
export interface GroupKeys {
  readonly isExpanded: boolean;
  readonly titleColumns: number;
  /** The group's own line, or that of a row within it. */
  readonly line: number;
}

/** One press of Shift and an arrow in a column header. */
export const RESIZE_STEP_PX = 16;

/**
 * The command of a key at a cell, or undefined when the key is not the grid's. `group` is the group that the cell's
 * line belongs to, where rows are grouped.
 */
export function commandOf(
  press: KeyPress,
  at: Position,
  extent: Extent,
  isRightToLeft: boolean,
  group?: GroupKeys,
): GridCommand | undefined {
  const key = isRightToLeft ? mirrored(press.key) : press.key;
  if (press.isCtrl && key.toLowerCase() === 'a') return { kind: 'selectAll' };
  if (key === 'Escape') return { kind: 'clear' };
  const own =
    at.row === HEADER_ROW
      ? headerCommand({ ...press, key }, at)
      : ((group && groupCommand({ ...press, key }, at, group)) ?? rowCommand({ ...press, key }));
  if (own) return own;
  // With Alt the arrows belong to the browser's history.
  const from = group?.line === at.row ? edgeOfTitle(key, at, group) : at;
  const to = press.isAlt ? undefined : movedBy(key, from, press.isCtrl, extent);
  return (
    to && { kind: 'move', to, isExtending: press.isShift && at.row !== HEADER_ROW && to.row >= 0 && to.row !== at.row }
  );
}

const mirrored = (key: string): string =>
  key === 'ArrowLeft' ? 'ArrowRight' : key === 'ArrowRight' ? 'ArrowLeft' : key;

function headerCommand({ key, isShift, isAlt }: KeyPress, { column }: Position): GridCommand | undefined {
  const isPress = key === 'Enter' || key === ' ';
  if (column === SELECT_COLUMN) return isPress ? { kind: 'toggleAll' } : undefined;
  if (isPress) return { kind: 'sort', isAdding: isShift };
  if ((isAlt && key === 'ArrowDown') || key === 'ContextMenu' || (isShift && key === 'F10'))
    return { kind: 'openMenu' };
  if (isShift && key === 'ArrowLeft') return { kind: 'resize', byPx: -RESIZE_STEP_PX };
  if (isShift && key === 'ArrowRight') return { kind: 'resize', byPx: RESIZE_STEP_PX };
  return undefined;
}

function rowCommand({ key, isShift }: KeyPress): GridCommand | undefined {
  if (key === ' ') return isShift ? { kind: 'extendToRow' } : { kind: 'toggleRow' };
  return key === 'Enter' ? { kind: 'activate' } : undefined;
}

/**
 * Left collapses an expanded group, right expands a collapsed one, and Enter turns it around; on a row left of the first
 * cell leads up to the group. https://www.w3.org/WAI/ARIA/apg/patterns/treegrid/
 */
function groupCommand(
  { key, isCtrl, isShift, isAlt }: KeyPress,
  { row, column }: Position,
  { isExpanded, titleColumns, line }: GroupKeys,
): GridCommand | undefined {
  if (isCtrl || isShift || isAlt) return undefined;
  if (row !== line) {
    const isOut = key === 'ArrowLeft' && column === SELECT_COLUMN;
    return isOut ? { kind: 'move', to: { row: line, column }, isExtending: false } : undefined;
  }
  if (key === 'Enter') return column === SELECT_COLUMN ? { kind: 'toggleRow' } : { kind: 'fold' };
  if (key === 'ArrowLeft') return isExpanded && column <= titleColumns ? { kind: 'fold' } : undefined;
  const isOnTitle = column !== SELECT_COLUMN && column <= titleColumns;
  return key === 'ArrowRight' && !isExpanded && isOnTitle ? { kind: 'fold' } : undefined;
}

/** Where a step along the line starts: a title is one stop, however many columns it covers. */
function edgeOfTitle(key: string, { row, column }: Position, { titleColumns }: GroupKeys): Position {
  if (column === SELECT_COLUMN || column > titleColumns) return { row, column };
  return { row, column: key === 'ArrowRight' ? titleColumns : key === 'ArrowLeft' ? 1 : column };
}
