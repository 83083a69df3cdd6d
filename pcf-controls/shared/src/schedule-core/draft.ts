import type { AddedRow, RowEdit, StoredRow } from './rows';
import { effectiveEdit, NO_LOCKS } from './rows';

/** Everything that was changed and not saved. Immutable; a step back is the draft before. */
export interface Draft {
  readonly edits: ReadonlyMap<string, RowEdit>;
  readonly added: readonly AddedRow[];
  readonly removedIds: ReadonlySet<string>;
}

export const EMPTY_DRAFT: Draft = { edits: new Map(), added: [], removedIds: new Set() };

export const isEmptyDraft = ({ edits, added, removedIds }: Draft): boolean =>
  edits.size === 0 && added.length === 0 && removedIds.size === 0;

/** `edit` on top of what the row's draft holds; the same draft when it changes nothing that it may change. */
export function withEdit(draft: Draft, row: StoredRow, edit: RowEdit): Draft {
  const before = draft.edits.get(row.id);
  const after = effectiveEdit(row, { ...before, ...edit });
  if (isSameEdit(before, after)) return draft;
  const edits = new Map(draft.edits);
  if (after) edits.set(row.id, after);
  else edits.delete(row.id);
  return { ...draft, edits };
}

export function withAddedEdit(draft: Draft, id: string, edit: RowEdit): Draft {
  const row = draft.added.find((each) => each.id === id);
  if (!row || Object.entries(edit).every(([field, value]) => row[field as keyof RowEdit] === value)) return draft;
  return { ...draft, added: draft.added.map((each) => (each === row ? { ...row, ...edit } : each)) };
}

export const withAdded = (draft: Draft, row: AddedRow): Draft => ({ ...draft, added: [...draft.added, row] });

/** A stored row is marked; an added one just goes. */
export function withoutRow(draft: Draft, id: string): Draft {
  if (draft.added.some((row) => row.id === id)) {
    return { ...draft, added: draft.added.filter((row) => row.id !== id) };
  }
  return { ...draft, removedIds: new Set([...draft.removedIds, id]) };
}

export function withRestored(draft: Draft, id: string): Draft {
  if (!draft.removedIds.has(id)) return draft;
  return { ...draft, removedIds: new Set([...draft.removedIds].filter((each) => each !== id)) };
}

/** The draft over rows that were read again: what concerns rows that are gone, or is so by now, goes. */
export function rebasedDraft(draft: Draft, stored: readonly StoredRow[]): Draft {
  const byId = new Map(stored.map((row) => [row.id, row]));
  const edits = new Map(
    [...draft.edits].flatMap(([id, edit]) => {
      const row = byId.get(id);
      const left = row && effectiveEdit(row, edit);
      return left ? [[id, left] as const] : [];
    }),
  );
  const removedIds = new Set([...draft.removedIds].filter((id) => byId.get(id)?.locks.removal === false));
  return { edits, added: draft.added, removedIds };
}

/** How many rows have edits that `rebasedDraft` cannot keep: the row is gone, or billing has locked it meanwhile. */
export function droppedCount(draft: Draft, stored: readonly StoredRow[]): number {
  const byId = new Map(stored.map((row) => [row.id, row]));
  const isDropped = ([id, edit]: readonly [string, RowEdit]): boolean => {
    const row = byId.get(id);
    return row === undefined || !isSameEdit(effectiveEdit(row, edit), changeOf(row, edit));
  };
  const edits = [...draft.edits].filter(([id]) => !draft.removedIds.has(id));
  const removals = [...draft.removedIds].filter((id) => byId.get(id)?.locks.removal === true);
  return edits.filter(isDropped).length + removals.length;
}

/** What an edit would change if nothing were locked. */
const changeOf = (row: StoredRow, edit: RowEdit): RowEdit | undefined =>
  effectiveEdit({ ...row, locks: NO_LOCKS }, edit);

function isSameEdit(left: RowEdit | undefined, right: RowEdit | undefined): boolean {
  return JSON.stringify(Object.entries(left ?? {}).sort()) === JSON.stringify(Object.entries(right ?? {}).sort());
}
