import { knownSession } from './scheduleSession';

/**
 * The form and its commands ask for a save (webresources/src/ui/scheduleEdits.ts): to people, form and schedule are one.
 * They hear at once that somebody holds the schedule, and in the end how many changes are still unsaved.
 */
const ASKED = 'schedule.save';
const HEARD = 'schedule.saving';
const DONE = 'schedule.saved';

interface Message {
  readonly bblChannel: string;
  readonly body: { readonly lineId: string; readonly unsavedCount?: number };
}

/** Answers for every schedule of this page, also for one whose tab was left. Calling it again changes nothing. */
export function answerSaveRequests(): void {
  // Adding it twice is adding it once.
  window.addEventListener('message', onMessage);
}

function onMessage({ origin, data, source }: MessageEvent<unknown>): void {
  if (origin === window.location.origin && isRequest(data)) void answer(data.body.lineId, (source ?? window) as Window);
}

async function answer(lineId: string, asker: Window): Promise<void> {
  const session = knownSession(lineId);
  if (!session) return;
  const tell = (bblChannel: string, body: Message['body']): void =>
    asker.postMessage({ bblChannel, body } satisfies Message, window.location.origin);
  tell(HEARD, { lineId });
  // Whoever asked waits for the answer, also when the save broke off: what is left unsaved is told.
  await session.save().catch(() => undefined);
  tell(DONE, { lineId, unsavedCount: session.changesCount });
}

function isRequest(data: unknown): data is Message {
  const { bblChannel, body } = (data ?? {}) as Partial<Message>;
  return bblChannel === ASKED && typeof body?.lineId === 'string';
}
