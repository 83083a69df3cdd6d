import type { Row } from '@bbl/dataverse/ports';
import type { Recording } from '@bbl/host';
import { execute } from '@bbl/plugins/runtime/rules';
import { isOwnWrite } from '@bbl/plugins/runtime/trust';
import { startTestHost, type TestHost, usersByRole } from '../src/testHost';
import { type Dice, dice } from './dice';
import { freshRules } from './freshRules';
import { chooseRequest } from './randomRequests';
import { lineOf, writeRecordings } from './recorder';
import { handlerOf, replay } from './replay';
import { UNKNOWN_ID, World } from './world';

/**
 * A thousand random traces through the real pipeline: contracts, milestones, marks, drafts, confirmations, deletions,
 * bad input and forbidden writes, and more of them until every handler was met. The suite of the plug-in assembly
 * replays them; here V8 does.
 */
const SEED = 20260331;
const TRACES = 1000;
const REQUESTS_MAX = 5000;
const MAIN_OPERATION = 30;
const RECORDING_MS_MAX = 600_000;

const lines: string[] = [];
const traces = new Set<string>();
/** Lines of steps that saw their row before the change, with the whole row. */
const imaged: { readonly line: string; readonly whole: Row }[] = [];
const unmet = new Set(freshRules().handlers());
const recordings = (): Recording[] => lines.map((line) => JSON.parse(line) as Recording);

beforeAll(async () => {
  const host: TestHost = await startTestHost({
    now: '2026-03-31T08:00:00Z',
    onStep: (recording) => {
      lines.push(lineOf(recording));
      const { table, rowId, stage, preImage } = recording.context;
      const whole = preImage && stage < MAIN_OPERATION ? host.stored(table, rowId) : undefined;
      if (whole) imaged.push({ line: lineOf(recording), whole });
      traces.add(recording.context.correlationId);
      unmet.delete(handlerOf(recording));
    },
  });
  try {
    await sendAll(host, dice(SEED));
  } finally {
    await host.close();
  }
}, RECORDING_MS_MAX);

async function sendAll(host: TestHost, chance: Dice): Promise<void> {
  const users = [...(await usersByRole(host.api)).values()];
  const world = await World.make(host, chance);
  for (let sent = 0; sent < REQUESTS_MAX && (traces.size < TRACES || unmet.size > 0); sent++) {
    const request = chooseRequest(world, chance);
    const { method, path, body } = request;
    const options = chance.chance(85) ? {} : { as: chance.pick(users) };
    const answer = await host.api.send(method, path, body, options);
    if (answer.status >= 500) throw new Error(`${method} ${path} ${JSON.stringify(body)}: ${lines.at(-1) ?? ''}`);
    if (method === 'DELETE') world.forget(path, answer);
    await world.learn(answer, request);
  }
}

test('a thousand traces were recorded, successes and refusals', () => {
  writeRecordings('random', lines);
  process.stdout.write(`${traces.size} random traces recorded: ${lines.length} executions.\n`);
  expect(traces.size).toBeGreaterThanOrEqual(TRACES);
  const ends = recordings().map(({ outcome }) => (outcome.ok ? 'ok' : 'refused' in outcome ? 'refused' : 'fault'));
  expect(new Set(ends)).toEqual(new Set(['ok', 'refused', 'fault']));
});

test('every handler of the rules is met by a random trace', () => {
  expect([...unmet]).toEqual([]);
});

test('ADR 3: the same context and answers give the same calls and the same outcome', () => {
  const rules = freshRules();
  for (const recording of recordings()) expect(replay(rules, recording)).toEqual(recording);
});

test('ADR 8: what is answered before the rules start, the rules answer alike', () => {
  const own = recordings().filter(({ context }) => context.stage !== 30 && isOwnWrite(context));
  expect(own.length).toBeGreaterThan(0);
  for (const { context, calls, outcome } of own) {
    expect({ calls, outcome }).toEqual({ calls: [], outcome: execute(context, () => '') });
  }
});

test('platform.md 4.1: nothing relies on the id of a row that is still to be created', () => {
  const rules = freshRules();
  const creations = recordings().filter(({ context }) => context.message === 'Create' && context.stage < 30);
  expect(creations.length).toBeGreaterThan(0);
  for (const recording of creations) {
    for (const rowId of ['', UNKNOWN_ID]) {
      expect(replay(rules, recording, { ...recording.context, rowId })).toEqual(recording);
    }
  }
});

test('platform.md 4.1: the registered images hold every column that the rules look at', () => {
  const rules = freshRules();
  expect(imaged.length).toBeGreaterThan(100);
  for (const { line, whole } of imaged) {
    const recording = JSON.parse(line) as Recording;
    expect(replay(rules, recording, { ...recording.context, preImage: whole })).toEqual(recording);
  }
});
