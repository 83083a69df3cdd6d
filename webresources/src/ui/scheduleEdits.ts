import { listen, send } from './tabChannel';

/**
 * Edits of the schedule control (pcf-controls/MilestoneSchedule/view/saveRequests.ts). The control lives in the app's
 * window, scripts in a frame of it: they talk by messages.
 */
const ASKED = 'schedule.save';
const HEARD = 'schedule.saving';
const DONE = 'schedule.saved';

interface Answer {
  readonly lineId: string;
  readonly unsavedCount?: number;
}

/** Whoever holds the schedule answers in the same turn of the browser; after this nobody does. */
const SILENCE_MS = 300;

/** Asks the schedule of a line to save its edits. */
export function requestScheduleSave(lineId: string): void {
  send(ASKED, { lineId });
}

/** Saves the edits of a line's schedule. @returns how many are still unsaved: refused, each beside its row. */
export function saveScheduleEdits(lineId: string): Promise<number> {
  return new Promise((resolve) => {
    const stops: (() => void)[] = [];
    const end = (unsavedCount: number): void => {
      window.clearTimeout(silence);
      stops.forEach((stop) => stop());
      resolve(unsavedCount);
    };
    const silence = window.setTimeout(() => end(0), SILENCE_MS);
    const hear = (channel: string, then: (answer: Answer) => void): void => {
      const ofLine = (answer: Answer): void => (answer.lineId === lineId ? then(answer) : undefined);
      stops.push(listen<Answer>(channel, ofLine));
    };
    hear(HEARD, () => window.clearTimeout(silence));
    hear(DONE, ({ unsavedCount = 0 }) => end(unsavedCount));
    requestScheduleSave(lineId);
  });
}
