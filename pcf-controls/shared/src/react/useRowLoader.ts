import * as React from 'react';
import type { LoadedRows, PageRequests, RowsKnown } from '../grid-core';
import { noteRequest, observeLoad, observeRows, wantsNextPage } from '../grid-core';

export interface RowLoader {
  /** After a refresh: rows that were there before are still being loaded again. */
  readonly isRestoring: boolean;
  /** Rows to keep room for, loaded or not, so that nobody's place is lost meanwhile. */
  readonly rowsExpected: number;
  /** To be told up to which row the grid draws. */
  readonly onDrawn: (end: number) => void;
}

/** Loads pages as they are needed, one at a time: those in sight, and after a refresh those that were loaded before. */
export function useRowLoader(queryKey: string, loaded: LoadedRows, onLoadNextPage: () => void): RowLoader {
  const known = React.useRef<RowsKnown>();
  const requests = React.useRef<PageRequests>();
  const drawnEnd = React.useRef(0);
  known.current = observeRows(known.current, queryKey, loaded);
  requests.current = observeLoad(requests.current, loaded);
  const rowsExpected = Math.max(known.current.rowCount, loaded.rowCount);
  const isRestoring = loaded.hasNextPage && loaded.rowCount < rowsExpected;

  const load = (): void => {
    const observed = requests.current;
    const rowsNeeded = isRestoring ? rowsExpected : drawnEnd.current;
    if (!observed || !wantsNextPage(loaded, observed, rowsNeeded)) return;
    requests.current = noteRequest(observed);
    onLoadNextPage();
  };
  const latest = React.useRef(load);
  latest.current = load;
  React.useEffect(() => latest.current());
  const onDrawn = React.useCallback((end: number) => {
    drawnEnd.current = end;
    latest.current();
  }, []);
  return { isRestoring, rowsExpected, onDrawn };
}
