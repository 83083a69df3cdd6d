import type { BulkWishes } from '@bbl/pcf-shared/grid-core';
import { NO_WISHES } from '@bbl/pcf-shared/grid-core';
import * as React from 'react';

/** What the user asked for beyond the rows in sight; another view, sorting or filter and a failed load end it. */
export function useBulkWishes(
  queryKey: string,
  hasFailed: boolean,
): readonly [BulkWishes, (wishes: Partial<BulkWishes>) => void] {
  const [stored, setStored] = React.useState({ queryKey, wishes: NO_WISHES });
  const wishes = stored.queryKey === queryKey ? stored.wishes : NO_WISHES;
  const setWishes = (change: Partial<BulkWishes>): void => setStored({ queryKey, wishes: { ...wishes, ...change } });
  React.useEffect(() => {
    if (hasFailed && wishes.isSelecting) setWishes({ isSelecting: false });
  });
  return [wishes, setWishes];
}
