import * as React from 'react';

/** Every selected row is told to the page, and again when other rows are loaded: its command bar follows. */
export function useReport(
  selectedIds: ReadonlySet<string>,
  rowIds: readonly string[],
  onSelect: (ids: readonly string[]) => void,
): void {
  const latest = React.useRef(onSelect);
  latest.current = onSelect;
  React.useEffect(() => latest.current([...selectedIds]), [selectedIds, rowIds]);
}
