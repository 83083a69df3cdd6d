import type { GridState } from '@bbl/pcf-shared/grid-core';
import { rowsToLastSelected } from '@bbl/pcf-shared/grid-core';
import * as React from 'react';

/** Tells how many rows from the first one hold the selection and the focus: after a refresh they are loaded again. */
export function useRowsUsed(
  { selection, focus, lines }: GridState,
  isGrouped: boolean,
  onUsed: (rowCount: number) => void,
): void {
  const { rowIds } = lines;
  const rowsSelected = React.useMemo(() => rowsToLastSelected(selection, rowIds), [selection, rowIds]);
  // A group shows what all its rows come to, so with groups every row is in use.
  const rowsUsed = isGrouped ? rowIds.length : Math.max(focus.row + 1, rowsSelected);
  React.useEffect(() => onUsed(rowsUsed), [onUsed, rowsUsed]);
}
