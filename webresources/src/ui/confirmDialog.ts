import type { TextKey } from '../texts';
import { text } from './userTexts';

/** Pixels. A dialog has the height that it is opened with: what is longer would have to be scrolled to. */
const WIDTH = 480;
const HEIGHT = { frame: 160, line: 20, max: 600 } as const;
/** As many letters of common width as a line takes. */
const LINE_LETTERS = 58;

/** Asks before a command acts, in as many lines as `message` has. */
export async function askConfirmation(titleKey: TextKey, message: string, buttonKey: TextKey): Promise<boolean> {
  const answer = await Xrm.Navigation.openConfirmDialog(
    {
      title: text(titleKey),
      text: message,
      confirmButtonLabel: text(buttonKey),
      cancelButtonLabel: text('CancelButton'),
    },
    { width: WIDTH, height: heightOf(message) },
  );
  return answer.confirmed;
}

function heightOf(message: string): number {
  const lines = message
    .split('\n')
    .reduce((count, line) => count + Math.ceil(Math.max(1, line.length) / LINE_LETTERS), 0);
  return Math.min(HEIGHT.max, HEIGHT.frame + lines * HEIGHT.line);
}
