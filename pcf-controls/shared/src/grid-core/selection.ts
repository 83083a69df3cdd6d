/** Which rows are selected, by id, and the row where a range starts. Immutable; an unchanged part keeps its identity. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Where shift extends from: the row last pressed or reached without shift. */
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

/**
 * Shift and click, or shift and arrow: every row between the anchor and this one, both included. What was selected
 * elsewhere goes unless `keepsOthers`. Without a usable anchor the row itself becomes the anchor.
 */
export function extendTo(
  { ids, anchorId }: Selection,
  id: string,
  rowIds: readonly string[],
  keepsOthers = false,
): Selection {
  const to = rowIds.indexOf(id);
  const anchor = anchorId === undefined ? -1 : rowIds.indexOf(anchorId);
  const from = anchor < 0 ? to : anchor;
  const next = new Set(keepsOthers ? ids : []);
  for (let row = Math.min(from, to); row <= Math.max(from, to); row += 1) next.add(rowIds[row] as string);
  return { ids: next, anchorId: rowIds[from] };
}

/** All rows that are loaded. */
export const selectAll = ({ anchorId }: Selection, rowIds: readonly string[]): Selection => ({
  ids: new Set(rowIds),
  anchorId,
});

/** Nothing selected; the next range still starts where it would have. */
export const clearSelection = ({ anchorId }: Selection): Selection => ({ ids: NO_SELECTION.ids, anchorId });

/** The selection without rows that are gone; the same object when all are still there. */
export function retainRows(selection: Selection, rowIds: readonly string[]): Selection {
  const { ids, anchorId } = selection;
  if (ids.size === 0 && anchorId === undefined) return selection;
  const present = new Set(rowIds);
  const kept = [...ids].filter((id) => present.has(id));
  const keepsAnchor = anchorId === undefined || present.has(anchorId);
  if (kept.length === ids.size && keepsAnchor) return selection;
  return { ids: kept.length === ids.size ? ids : new Set(kept), anchorId: keepsAnchor ? anchorId : undefined };
}

/** State of the check box in the header. */
export function selectAllState({ ids }: Selection, rowCount: number): 'none' | 'some' | 'all' {
  if (ids.size === 0) return 'none';
  return ids.size >= rowCount ? 'all' : 'some';
}

/** How many rows from the first one hold everything that is selected: 0 without a selection. */
export function rowsToLastSelected({ ids }: Selection, rowIds: readonly string[]): number {
  let count = ids.size === 0 ? 0 : rowIds.length;
  while (count > 0 && !ids.has(rowIds[count - 1] as string)) count -= 1;
  return count;
}
