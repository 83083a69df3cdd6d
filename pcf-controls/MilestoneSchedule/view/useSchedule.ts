import type { ScheduleAction, ScheduleChange, ScheduleState } from '@bbl/pcf-shared/schedule-core';
import { changesOf, openSchedule, scheduleReducer } from '@bbl/pcf-shared/schedule-core';
import * as React from 'react';
import type { LineFacts } from '../mapping/facts';
import type { SchedulePorts, ScheduleProps } from '../mapping/mapSchedule';
import { sentenceOf } from './useFacts';

/** What became of a save. */
export interface SaveOutcome {
  readonly savedCount: number;
  readonly refusedCount: number;
}

export interface ScheduleEditing {
  readonly state: ScheduleState;
  readonly dispatch: (action: ScheduleAction) => void;
  readonly isSaving: boolean;
  readonly outcome: SaveOutcome | undefined;
  readonly save: () => void;
}

/** The schedule under edit: it follows the rows, and brings its draft to the server change by change. */
export function useSchedule(props: ScheduleProps, facts: LineFacts | undefined): ScheduleEditing {
  const { ports } = props;
  const [state, dispatch] = React.useReducer(scheduleReducer, undefined, () => openSchedule([]));
  const [isSaving, setSaving] = React.useState(false);
  const [outcome, setOutcome] = React.useState<SaveOutcome>();
  // Facts come after the rows that they belong to: together they are one look at the server.
  React.useLayoutEffect(() => {
    if (facts) dispatch({ type: 'rebase', stored: props.rowsOf(facts) });
  }, [facts]);

  const act = React.useCallback((action: ScheduleAction) => {
    setOutcome(undefined);
    dispatch(action);
  }, []);
  const save = (): void => {
    const changes = changesOf(state);
    if (!facts || isSaving || changes.length === 0) return;
    setSaving(true);
    void saveAll(changes, facts, ports, dispatch).then((done) => {
      setSaving(false);
      setOutcome(done);
      ports.refresh();
    });
  };
  return { state, dispatch: act, isSaving, outcome, save };
}

/** One after the other, so that each is judged on what the ones before left; a refusal stays with its row. */
async function saveAll(
  changes: readonly ScheduleChange[],
  facts: LineFacts,
  ports: SchedulePorts,
  dispatch: (action: ScheduleAction) => void,
): Promise<SaveOutcome> {
  let refusedCount = 0;
  for (const change of changes) {
    try {
      await write(change, facts, ports);
      dispatch({ type: 'saved', id: change.id });
    } catch (error) {
      refusedCount += 1;
      dispatch({ type: 'refused', id: change.id, sentence: sentenceOf(error) });
    }
  }
  return { savedCount: changes.length - refusedCount, refusedCount };
}

function write(change: ScheduleChange, facts: LineFacts, ports: SchedulePorts): Promise<void> {
  switch (change.kind) {
    case 'remove':
      return ports.remove(change.id);
    case 'update':
      return ports.update(change.id, change.edit, facts);
    case 'create':
      return ports.create(change.row, facts);
  }
}
