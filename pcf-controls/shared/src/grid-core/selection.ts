import type { GridLines } from './lines';
import { rowsOnLine } from './lines';

/** Which rows are selected, by id, and the line where a range starts. Immutable; an unchanged part keeps its identity. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Where shift extends from: the line last pressed or reached without shift. */
  readonly anchorId: string | undefined;
}

export const NO_SELECTION: Selection = { ids: new Set(), anchorId: undefined };

/** A plain click: this row and no other. */
export const selectOnly = (id: string): Selection => ({ ids: new Set([id]), anchorId: id });

/** Ctrl and click, or Space: this row changes, the others stay. */
export function toggleRow({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchorId: id };
}

/** The check box of a group: all its rows, or none of them when all were selected. The others stay. */
export function toggleRows({ ids }: Selection, rowIds: readonly string[], lineId: string): Selection {
  const next = new Set(ids);
  const isAll = rowIds.every((id) => ids.has(id));
  for (const id of rowIds) {
    if (isAll) next.delete(id);
    else next.add(id);
  }
  return { ids: next, anchorId: lineId };
}

/**
 * Shift and click, or shift and arrow: every row between the anchor and this line, both included; a collapsed group
 * between them takes its rows along. What was selected elsewhere goes unless `keepsOthers`. Without a usable anchor the
 * line itself becomes the anchor.
 */
export function extendTo(
  { ids, anchorId }: Selection,
  lineId: string,
  lines: GridLines,
  keepsOthers = false,
): Selection {
  const to = lines.ids.indexOf(lineId);
  const anchor = anchorId === undefined ? -1 : lines.ids.indexOf(anchorId);
  const from = anchor < 0 ? to : anchor;
  const next = new Set(keepsOthers ? ids : []);
  for (let line = Math.min(from, to); line <= Math.max(from, to); line += 1) {
    for (const rowId of rowsOnLine(lines, lines.ids[line] as string)) next.add(rowId);
  }
  return { ids: next, anchorId: lines.ids[from] };
}

/** All rows that are loaded. */
export const selectAll = ({ anchorId }: Selection, rowIds: readonly string[]): Selection => ({
  ids: new Set(rowIds),
  anchorId,
});

/** Nothing selected; the next range still starts where it would have. */
export const clearSelection = ({ anchorId }: Selection): Selection => ({ ids: NO_SELECTION.ids, anchorId });

/** The selection without rows that are gone; the same object when all are still there. */
export function retainRows(selection: Selection, { rowIds, groupById }: GridLines): Selection {
  const { ids, anchorId } = selection;
  if (ids.size === 0 && anchorId === undefined) return selection;
  const present = new Set(rowIds);
  const kept = [...ids].filter((id) => present.has(id));
  const keepsAnchor = anchorId === undefined || present.has(anchorId) || groupById.has(anchorId);
  if (kept.length === ids.size && keepsAnchor) return selection;
  return { ids: kept.length === ids.size ? ids : new Set(kept), anchorId: keepsAnchor ? anchorId : undefined };
}

/** How much of some rows is selected, as a check box shows it. */
export type CheckState = 'none' | 'some' | 'all';

/** State of the check box in the header. */
export function selectAllState({ ids }: Selection, rowCount: number): CheckState {
  if (ids.size === 0) return 'none';
  return ids.size >= rowCount ? 'all' : 'some';
}

/** State of a group's check box. */
export function groupState({ ids }: Selection, rowIds: readonly string[]): CheckState {
  if (ids.size === 0) return 'none';
  const selected = rowIds.reduce((count, id) => (ids.has(id) ? count + 1 : count), 0);
  if (selected === 0) return 'none';
  return selected === rowIds.length ? 'all' : 'some';
}

/** How many rows from the first one hold everything that is selected: 0 without a selection. */
export function rowsToLastSelected({ ids }: Selection, rowIds: readonly string[]): number {
  let count = ids.size === 0 ? 0 : rowIds.length;
  while (count > 0 && !ids.has(rowIds[count - 1] as string)) count -= 1;
  return count;
}
