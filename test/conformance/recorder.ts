import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Recording, RecordingSink } from '@bbl/host';

/** Where the suite of the plug-in assembly looks for what it replays. */
const FOLDER = join(__dirname, '../../build/conformance');

/** `npm test` sets it: then all that contract tests do is recorded, not only what the conformance tests record anyway. */
export const isRecordingAll = (): boolean => process.env['BBL_RECORD'] === '1';

export interface Recorder {
  readonly add: RecordingSink;
  /** Writes the file. */
  close(): void;
}

let opened = 0;

/** Keeps the executions of one host; they become a file named after the running test file. */
export function openRecorder(): Recorder {
  const name = `${basename(expect.getState().testPath ?? 'test', '.test.ts')}-${++opened}`;
  const lines: string[] = [];
  return {
    add: (recording) => void lines.push(lineOf(recording)),
    close: () => writeRecordings(name, lines),
  };
}

/** A recording as text, to be made at once: the pipeline goes on with the row and the variables that it holds. */
export const lineOf = (recording: Recording): string => JSON.stringify(recording);

/** Writes recordings as one file of JSON lines, replacing what it held. */
export function writeRecordings(name: string, lines: readonly string[]): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.jsonl`), lines.map((line) => `${line}\n`).join(''));
}
