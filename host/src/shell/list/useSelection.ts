import { Selection, type SelectionMode } from '@fluentui/react';
import { useEffect, useMemo, useRef } from 'react';
import type { GridController } from '../grid/gridController';
import type { GridRecord } from '../grid/gridRecord';

/** "Select all" takes the empty place at the end along. */
const selectedIn = (selection: Selection): readonly string[] =>
  (selection.getSelection() as (GridRecord | null)[]).flatMap((record) => record?.id ?? []);

/** Fluent's selection, kept in step with the controller both ways. */
export function useSelection(controller: GridController, mode: SelectionMode): Selection {
  const isSyncing = useRef(false);
  const selection = useMemo(
    () =>
      new Selection({
        selectionMode: mode,
        getKey: (item) => (item as GridRecord | null)?.id ?? 'more',
        canSelectItem: (item) => (item as GridRecord | null) !== null,
        onSelectionChanged: () => {
          if (isSyncing.current) return;
          controller.select(selectedIn(selection));
        },
      }),
    [controller, mode],
  );
  useEffect(() => {
    const own = new Set(selectedIn(selection));
    const wanted = new Set(controller.selectedIds);
    if (own.size === wanted.size && [...own].every((id) => wanted.has(id))) return;
    isSyncing.current = true;
    selection.setChangeEvents(false);
    controller.records.forEach((record) => selection.setKeySelected(record.id, wanted.has(record.id), false));
    selection.setChangeEvents(true);
    isSyncing.current = false;
  }, [controller, selection, controller.version]);
  return selection;
}
