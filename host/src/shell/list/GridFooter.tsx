import React from 'react';
import type { GridController } from '../grid/gridController';
import { useObservable } from '../state/observable';

/** Which rows are loaded, how many there are, and how many are selected. */
export function GridFooter({ controller }: { controller: GridController }): JSX.Element {
  useObservable(controller);
  return (
    <div className="shell-grid-footer" role="status">
      {footerText(controller)}
    </div>
  );
}

/** `1 - 50 of 1,234 (2 selected)`; above the platform's limit `of 5000+`. */
export function footerText(
  grid: Pick<GridController, 'records' | 'total' | 'firstPage' | 'pageRows' | 'selectedIds' | 'isLoading'>,
): string {
  const { records, total, firstPage, pageRows, selectedIds } = grid;
  const selected = selectedIds.length > 0 ? ` (${selectedIds.length.toLocaleString('en-US')} selected)` : '';
  if (records.length === 0) return grid.isLoading ? 'Loading…' : '0 - 0 of 0';
  const first = (firstPage - 1) * pageRows + 1;
  const last = first + records.length - 1;
  const of = total < 0 ? '5,000+' : total.toLocaleString('en-US');
  return `${first.toLocaleString('en-US')} - ${last.toLocaleString('en-US')} of ${of}${selected}`;
}
