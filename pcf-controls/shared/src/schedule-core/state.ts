import { addDays } from '@bbl/domain/dates/plainDate';
import type { Draft } from './draft';
import {
  EMPTY_DRAFT,
  isEmptyDraft,
  rebasedDraft,
  withAdded,
  withAddedEdit,
  withEdit,
  withoutRow,
  withRestored,
} from './draft';
import type { RowEdit, ScheduleFigures, ShownRow, StoredRow } from './rows';
import { editedFieldsOf, NO_LOCKS, withNameOfDate } from './rows';

/** A schedule under edit: the server's rows, what was changed on top, and the way back and forth. */
export interface ScheduleState {
  readonly stored: readonly StoredRow[];
  readonly draft: Draft;
  readonly past: readonly Draft[];
  readonly future: readonly Draft[];
  /** Sentences of refused changes, by row. */
  readonly refusals: ReadonlyMap<string, string>;
  /** How many rows were ever added: their ids never come twice. */
  readonly addedCount: number;
}

export type ScheduleAction =
  | { readonly type: 'edit'; readonly id: string; readonly edit: RowEdit }
  | { readonly type: 'shift'; readonly ids: readonly string[]; readonly days: number }
  | { readonly type: 'add'; readonly figures: ScheduleFigures }
  | { readonly type: 'remove'; readonly ids: readonly string[] }
  | { readonly type: 'restore'; readonly id: string }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'discard' }
  /** Rows were read again. */
  | { readonly type: 'rebase'; readonly stored: readonly StoredRow[] }
  /** The server took what the draft holds of this row. */
  | { readonly type: 'saved'; readonly id: string }
  | { readonly type: 'refused'; readonly id: string; readonly sentence: string };

/** More steps back than this nobody takes. */
const STEPS_MAX = 200;

export const openSchedule = (stored: readonly StoredRow[]): ScheduleState => ({
  stored,
  draft: EMPTY_DRAFT,
  past: [],
  future: [],
  refusals: new Map(),
  addedCount: 0,
});

/** The id of the row that the next `add` makes. */
export const nextAddedId = ({ addedCount }: ScheduleState): string => `added-${addedCount + 1}`;

export const isDirty = ({ draft }: ScheduleState): boolean => !isEmptyDraft(draft);

/** What an action makes of the schedule; the same object when nothing changes. */
export function scheduleReducer(state: ScheduleState, action: ScheduleAction): ScheduleState {
  switch (action.type) {
    case 'edit':
      return step(state, edited(state, action.id, action.edit), [action.id]);
    case 'shift':
      return step(state, shifted(state, action.ids, action.days), action.ids);
    case 'add': {
      const row = { ...action.figures, id: nextAddedId(state) };
      return { ...step(state, withAdded(state.draft, row), []), addedCount: state.addedCount + 1 };
    }
    case 'remove':
      return step(state, removed(state, action.ids), action.ids);
    case 'restore':
      return step(state, withRestored(state.draft, action.id), [action.id]);
    case 'undo':
      return undone(state);
    case 'redo':
      return redone(state);
    case 'discard':
      return { ...openSchedule(state.stored), addedCount: state.addedCount };
    case 'rebase':
      return rebased(state, action.stored);
    case 'saved':
      return saved(state, action.id);
    case 'refused':
      return { ...state, refusals: new Map([...state.refusals, [action.id, action.sentence]]) };
  }
}

/** The rows as they would be after saving, in date order; removed ones stay in sight until then. */
export function shownRows({ stored, draft, refusals }: ScheduleState): readonly ShownRow[] {
  const rows = [
    ...stored.map((row): ShownRow => {
      const edit = draft.edits.get(row.id) ?? {};
      const editedFields = editedFieldsOf(edit);
      const state = draft.removedIds.has(row.id) ? 'removed' : editedFields.length > 0 ? 'edited' : 'stored';
      return { ...row, ...edit, state, editedFields, refusal: refusals.get(row.id) };
    }),
    ...draft.added.map((row): ShownRow => ({
      ...row,
      state: 'added',
      locks: NO_LOCKS,
      editedFields: [],
      refusal: refusals.get(row.id),
    })),
  ];
  return rows.sort((left, right) => compare(left.date, right.date) || compare(nameKey(left), nameKey(right)));
}

/** A row without a name yet stands last among those of its day. */
const nameKey = ({ name }: ShownRow): string => name || '\uffff';

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** A step of the user: it can be undone, and what was refused of these rows is tried anew. */
function step(state: ScheduleState, draft: Draft, ids: readonly string[]): ScheduleState {
  if (draft === state.draft) return state;
  return {
    ...state,
    draft,
    past: [...state.past, state.draft].slice(-STEPS_MAX),
    future: [],
    refusals: new Map([...state.refusals].filter(([id]) => !ids.includes(id))),
  };
}

function edited({ stored, draft }: ScheduleState, id: string, edit: RowEdit): Draft {
  const row = stored.find((each) => each.id === id);
  if (!row) return withAddedEdit(draft, id, edit);
  const shown = { ...row, ...draft.edits.get(id) };
  return draft.removedIds.has(id) ? draft : withEdit(draft, row, withNameOfDate(shown, edit));
}

function shifted(state: ScheduleState, ids: readonly string[], days: number): Draft {
  const dates = new Map(shownRows(state).map(({ id, date }) => [id, date]));
  return ids.reduce((draft, id) => {
    const date = dates.get(id);
    return date === undefined ? draft : edited({ ...state, draft }, id, { date: addDays(date, days) });
  }, state.draft);
}

function removed({ stored, draft }: ScheduleState, ids: readonly string[]): Draft {
  const removable = new Set([
    ...stored.filter(({ id, locks }) => !locks.removal && !draft.removedIds.has(id)).map(({ id }) => id),
    ...draft.added.map(({ id }) => id),
  ]);
  return ids.filter((id) => removable.has(id)).reduce((left, id) => withoutRow(left, id), draft);
}

function undone(state: ScheduleState): ScheduleState {
  const draft = state.past[state.past.length - 1];
  if (!draft) return state;
  return {
    ...state,
    draft,
    past: state.past.slice(0, -1),
    future: [state.draft, ...state.future],
    refusals: new Map(),
  };
}

function redone(state: ScheduleState): ScheduleState {
  const [draft, ...future] = state.future;
  if (!draft) return state;
  return { ...state, draft, past: [...state.past, state.draft], future, refusals: new Map() };
}

/** Steps back lead to drafts over the rows as they are now; what is saved is not undone. */
function rebased(state: ScheduleState, stored: readonly StoredRow[]): ScheduleState {
  const rebase = (draft: Draft): Draft => rebasedDraft(draft, stored);
  const draft = rebase(state.draft);
  const present = new Set([...stored, ...draft.added].map(({ id }) => id));
  const refusals = new Map([...state.refusals].filter(([id]) => present.has(id)));
  return { ...state, stored, draft, past: state.past.map(rebase), future: state.future.map(rebase), refusals };
}

function saved(state: ScheduleState, id: string): ScheduleState {
  const { stored, draft } = state;
  const isRemoved = draft.removedIds.has(id);
  const edit = draft.edits.get(id) ?? {};
  const created = draft.added.filter((row) => row.id === id).map((row) => ({ ...row, locks: NO_LOCKS }));
  const kept = stored.filter((row) => !isRemoved || row.id !== id);
  // A new row keeps its id of here until the rows are read again.
  const now = [...kept.map((row) => (row.id === id ? { ...row, ...edit } : row)), ...created];
  const edits = new Map([...draft.edits].filter(([key]) => key !== id));
  const removedIds = new Set([...draft.removedIds].filter((key) => key !== id));
  const refusals = new Map([...state.refusals].filter(([key]) => key !== id));
  return {
    ...state,
    stored: now,
    draft: { edits, removedIds, added: draft.added.filter((row) => row.id !== id) },
    past: [],
    future: [],
    refusals,
  };
}
