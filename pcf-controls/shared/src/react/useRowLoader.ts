import * as React from 'react';
import type { LoadedRows, PageRequests, RowsInUse } from '../grid-core';
import { isRestoring, noteRequest, observeLoad, observeUse, wantsNextPage } from '../grid-core';

export interface RowLoader {
  /** After a refresh: rows that were in use before are still being loaded again. */
  readonly isRestoring: boolean;
  /** Rows to keep room for, loaded or not, so that nobody's place is lost meanwhile. */
  readonly rowsExpected: number;
  /** To be told up to which row the grid draws. */
  readonly onDrawn: (end: number) => void;
  /** To be told how many rows from the first one hold the selection and the focus. */
  readonly onUsed: (rowCount: number) => void;
}

/**
 * Loads pages as they are needed, one at a time: those in sight, after a refresh those that were in use before, and
 * `rowsWanted` from the first one, which somebody asked for.
 */
export function useRowLoader(
  queryKey: string,
  loaded: LoadedRows,
  rowsWanted: number,
  onLoadNextPage: () => void,
): RowLoader {
  const inUse = React.useRef<RowsInUse>();
  const requests = React.useRef<PageRequests>();
  const drawnEnd = React.useRef(0);
  const rowsUsed = React.useRef(0);
  const restores = isRestoring(inUse.current, queryKey, loaded);
  const isEmptied = loaded.isLoading && loaded.rowCount === 0 && inUse.current?.queryKey === queryKey;
  const rowsExpected = restores || isEmptied ? (inUse.current?.rowCount ?? 0) : loaded.rowCount;

  const act = (): void => {
    const observed = observeLoad(requests.current, loaded);
    const rowsSeen = restores ? rowsExpected : drawnEnd.current;
    const wants = wantsNextPage(loaded, observed, { rowsSeen, rowsWanted });
    requests.current = wants ? noteRequest(observed) : observed;
    inUse.current = observeUse(inUse.current, queryKey, loaded, Math.max(rowsUsed.current, drawnEnd.current));
    if (wants) onLoadNextPage();
  };
  const latest = React.useRef(act);
  React.useEffect(() => {
    latest.current = act;
    act();
  });
  // Scrolling draws other rows without anyone else being drawn again.
  const onDrawn = React.useCallback((end: number) => {
    drawnEnd.current = end;
    latest.current();
  }, []);
  const onUsed = React.useCallback((rowCount: number) => {
    rowsUsed.current = rowCount;
    latest.current();
  }, []);
  return { isRestoring: restores, rowsExpected, onDrawn, onUsed };
}
