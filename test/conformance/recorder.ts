import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Recording, RecordingSink } from '@bbl/host';
import { handlerOf } from './replay';

/** Where the suite of the plug-in assembly looks for what it replays. */
const FOLDER = join(__dirname, '../../build/conformance');

/** `npm test` sets it: then all that contract tests do is recorded, not only what the conformance tests record anyway. */
export const isRecordingAll = (): boolean => process.env['BBL_RECORD'] === '1';

/** A thousand rows marked alike tell no more than a few. */
const ALIKE_MAX = 10;

export interface Recorder {
  readonly add: RecordingSink;
  /** Writes the file. */
  close(): void;
}

let opened = 0;

/** Keeps the executions of one host, of those that are alike a few; they become a file named after the test file. */
export function openRecorder(): Recorder {
  const name = `${basename(expect.getState().testPath ?? 'test', '.test.ts')}-${++opened}`;
  const lines: string[] = [];
  const counts = new Map<string, number>();
  const add = (recording: Recording): void => {
    const kind = kindOf(recording);
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count <= ALIKE_MAX) lines.push(lineOf(recording));
  };
  return { add, close: () => writeRecordings(name, lines) };
}

/** Executions of one kind: the same handler, the same number of calls to the same tables, the same end. */
function kindOf(recording: Recording): string {
  const { calls, outcome } = recording;
  const asked = new Set(calls.map(({ request }) => `${request.op} ${'table' in request ? request.table : ''}`));
  const end = outcome.ok ? 'ok' : 'refused' in outcome ? outcome.refused.code : outcome.fault.code;
  return [handlerOf(recording), calls.length, ...asked, end].join();
}

/** A recording as text, to be made at once: the pipeline goes on with the row and the variables that it holds. */
export const lineOf = (recording: Recording): string => JSON.stringify(recording);

/** Writes recordings as one file of JSON lines, replacing what it held. */
export function writeRecordings(name: string, lines: readonly string[]): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${name}.jsonl`), lines.map((line) => `${line}\n`).join(''));
}
