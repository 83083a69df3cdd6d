import type { ScheduleAction, ScheduleChange, ScheduleState, StoredRow } from '@bbl/pcf-shared/schedule-core';
import { changesOf, droppedCount, isDirty, lackOf, openSchedule, scheduleReducer } from '@bbl/pcf-shared/schedule-core';
import type { LineFacts } from '../mapping/facts';
import type { SchedulePorts } from '../mapping/mapSchedule';
import type { Texts } from '../mapping/texts';
import { sentenceOf } from './useFacts';

/** What became of a save. */
export interface SaveOutcome {
  readonly savedCount: number;
  readonly refusedCount: number;
}

/** What a save needs of the control that is on the screen. */
export interface SaveContext {
  readonly facts: LineFacts;
  readonly ports: Pick<SchedulePorts, 'create' | 'update' | 'remove' | 'refresh' | 'tell'>;
  readonly texts: Texts;
}

/** What is said of a new row that is not complete: it is not sent. */
const LACKS = { name: 'Schedule_NeedsName', amount: 'Schedule_NeedsAmount' } as const;

/**
 * The schedule of one line under edit. It outlives the control that shows it: the platform takes a control down when
 * the user changes the tab or leaves the form, and asks nobody. Unsaved edits, the way back and a save under way are
 * found again by the next control of the line, as long as the browser's page lives.
 */
export class ScheduleSession {
  state: ScheduleState = openSchedule([]);
  isSaving = false;
  outcome: SaveOutcome | undefined;
  /** Rows whose edits could not be kept when the rows were read again: locked by billing or gone meanwhile. */
  droppedCount = 0;
  /** Left with unsaved edits before, and nothing was done since. */
  isReopened = false;
  /** Of the control that shows the schedule, or showed it last. */
  context: SaveContext | undefined;
  private saving: Promise<void> = Promise.resolve();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly lineId: string) {}

  get changesCount(): number {
    return changesOf(this.state).length;
  }

  /** Tells of changes until the returned function is called; a session that nobody needs any more then goes. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
      this.isReopened = true;
      this.closeUnneeded();
    };
  }

  /** Something that the user does. */
  act(action: ScheduleAction): void {
    this.outcome = undefined;
    this.isReopened = false;
    this.droppedCount = 0;
    this.apply(action);
  }

  /** Rows were read again. */
  rebase(stored: readonly StoredRow[]): void {
    this.droppedCount += droppedCount(this.state.draft, stored);
    this.apply({ type: 'rebase', stored });
  }

  /** Writes what is unsaved. While a save is under way, it is that one. */
  save(): Promise<void> {
    if (!this.isSaving && this.context && this.changesCount > 0) this.saving = this.writeAll(this.context);
    return this.saving;
  }

  /** Change by change, so that each is judged on what the ones before left; a refusal stays with its row. */
  private async writeAll(context: SaveContext): Promise<void> {
    const changes = changesOf(this.state);
    this.isSaving = true;
    this.changed();
    let refusedCount = 0;
    for (const change of changes) {
      const lack = change.kind === 'create' ? lackOf(change.row, this.state) : undefined;
      const sentence = lack ? context.texts(LACKS[lack]) : await refusalOf(change, context);
      if (sentence === undefined) this.apply({ type: 'saved', id: change.id });
      else {
        refusedCount += 1;
        this.apply({ type: 'refused', id: change.id, sentence });
      }
    }
    this.isSaving = false;
    this.outcome = { savedCount: changes.length - refusedCount, refusedCount };
    const { ports, texts } = context;
    if (this.listeners.size === 0 && refusedCount > 0) ports.tell(texts('Schedule_LeftRefused', refusedCount));
    else ports.refresh();
    this.changed();
    this.closeUnneeded();
  }

  private apply(action: ScheduleAction): void {
    this.state = scheduleReducer(this.state, action);
    this.changed();
  }

  private changed(): void {
    watchUnload();
    this.listeners.forEach((listen) => listen());
  }

  private closeUnneeded(): void {
    if (this.listeners.size === 0 && !this.isSaving && !isDirty(this.state)) sessions.delete(this.lineId);
  }
}

/** Writes a change. @returns the sentence that it was refused with */
async function refusalOf(change: ScheduleChange, context: SaveContext): Promise<string | undefined> {
  try {
    await write(change, context);
    return undefined;
  } catch (error) {
    return sentenceOf(error);
  }
}

function write(change: ScheduleChange, { ports, facts }: SaveContext): Promise<void> {
  switch (change.kind) {
    case 'remove':
      return ports.remove(change.id);
    case 'update':
      return ports.update(change.id, change.edit, facts);
    case 'create':
      return ports.create(change.row, facts);
  }
}

const sessions = new Map<string, ScheduleSession>();

/** The session of a line: the one that was left, or a new one. */
export function sessionOf(lineId: string): ScheduleSession {
  const session = sessions.get(lineId) ?? new ScheduleSession(lineId);
  sessions.set(lineId, session);
  return session;
}

/** The session of a line that is on the screen, or was left with unsaved edits. */
export const knownSession = (lineId: string): ScheduleSession | undefined => sessions.get(lineId);

/** While anything is unsaved the browser asks before the page goes. */
function watchUnload(): void {
  const isAsking = [...sessions.values()].some(({ state }) => isDirty(state));
  // Adding it twice is adding it once.
  if (isAsking) window.addEventListener('beforeunload', askBeforeUnload);
  else window.removeEventListener('beforeunload', askBeforeUnload);
}

function askBeforeUnload(event: BeforeUnloadEvent): void {
  event.preventDefault();
  // Older browsers ask only when this is set as well.
  event.returnValue = '';
}
