import type { ScheduleAction, ScheduleState } from '@bbl/pcf-shared/schedule-core';
import * as React from 'react';
import type { LineFacts } from '../mapping/facts';
import type { ScheduleProps } from '../mapping/mapSchedule';
import type { SaveOutcome } from './scheduleSession';
import { sessionOf } from './scheduleSession';

export interface ScheduleEditing {
  readonly state: ScheduleState;
  readonly dispatch: (action: ScheduleAction) => void;
  readonly changesCount: number;
  readonly isSaving: boolean;
  readonly outcome: SaveOutcome | undefined;
  /** Rows whose edits were dropped because billing has locked them meanwhile. */
  readonly droppedCount: number;
  /** Edits that were left unsaved are here again. */
  readonly isReopened: boolean;
  readonly save: () => void;
}

/** The line's schedule under edit, drawn again as it changes; it follows the rows as they are read. */
export function useSchedule(props: ScheduleProps, facts: LineFacts): ScheduleEditing {
  const { ports, texts, hasNextPage } = props;
  const [session] = React.useState(() => sessionOf(facts.lineId));
  const [, redraw] = React.useReducer((count: number) => count + 1, 0);
  React.useLayoutEffect(() => session.subscribe(redraw), [session]);
  // Facts come after the rows that they belong to: together they are one look at the server.
  React.useLayoutEffect(() => {
    // Edits of rows on a page that is still to come would be taken for edits of rows that are gone.
    if (!hasNextPage) session.rebase(props.rowsOf(facts));
  }, [facts, hasNextPage]);
  const dispatch = React.useCallback((action: ScheduleAction) => session.act(action), [session]);
  const { state, changesCount, isSaving, outcome, droppedCount, isReopened } = session;
  session.context = { facts, ports, texts };
  const save = (): void => void session.save();
  return { state, dispatch, changesCount, isSaving, outcome, droppedCount, isReopened, save };
}
