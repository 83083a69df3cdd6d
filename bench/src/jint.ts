import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { BillingStatus } from '@bbl/dataverse/generated/choices';
import type { RulesBundle } from '@bbl/dataverse/ports';
import { type Recording, type RunningHost, startHost } from '@bbl/host';
import { makeBacklog } from './backlog';
import { client, type Client } from './client';
import { medianMs } from './measure';

/**
 * `npm run bench-jint`: the same recorded traces in V8 and, through the merged assembly, in Jint. A trace is a call
 * with every step that its writes run; each execution starts the rules anew, as in Dataverse. The service answers at
 * once from the recording, so what is left is the rules' own time; Jint's side also compares every call.
 */
const MARKED_ROWS = 500;
const DETAILS = 1000;
const ROUNDS = 5;
const MESSAGE_MS_MAX = 120_000;
const FOLDER = 'build/bench';
const RULES_FILE = 'build/plugins/rules.js';

interface Timing {
  readonly what: string;
  readonly executions: number;
  readonly calls: number;
  readonly v8Ms: number;
  readonly jintMs: number;
  /** The first round of a new process: loading, compiling and parsing included. */
  readonly coldMs: number;
}

async function main([assembly = '', program = '']: readonly string[]): Promise<void> {
  const rules = readFileSync(RULES_FILE, 'utf8');
  const start = new Function(`${rules}\n;return BblRules;`) as () => RulesBundle;
  const lines: string[] = [];
  const host = await startHost({
    rules: { execute: (context, service) => start().execute(context, service), handlers: () => start().handlers() },
  });
  const traces = await record(host, lines);
  await host.close();

  const timings: Timing[] = [];
  for (const [what, trace] of traces) timings.push(await time(what, trace, start, [assembly, program]));
  console.log(`Node ${process.version}, .NET ${dotnetVersion()}, ${cpus().length} cores, ${cpus()[0]?.model ?? ''}\n`);
  console.log(table(timings));
}

async function record(host: RunningHost, lines: string[]): Promise<Map<string, readonly string[]>> {
  const api = client(host.url, host.token);
  const traces = new Map<string, readonly string[]>();
  const recorded = async (what: string, work: () => Promise<void>): Promise<void> => {
    lines.length = 0;
    host.host.pipeline.engine.trace.record((recording) => void lines.push(JSON.stringify(recording)));
    await work();
    host.host.pipeline.engine.trace.record(null);
    traces.set(what, [...lines]);
  };
  const ids = await makeBacklog(api, DETAILS, DETAILS);
  const mark = (from: number) =>
    api.post('bbl_SetBillingStatus', {
      Table: 'bbl_milestonesplit',
      Ids: ids.slice(from, from + MARKED_ROWS),
      Status: BillingStatus.ReadyToInvoice,
    });
  await recorded('marking one row', async () => {
    await api.post('bbl_SetBillingStatus', {
      Table: 'bbl_milestonesplit',
      Ids: ids.slice(-1),
      Status: BillingStatus.ReadyToInvoice,
    });
  });
  await recorded(`marking ${MARKED_ROWS} rows`, async () => void (await mark(0)));
  for (let from = MARKED_ROWS; from < ids.length; from += MARKED_ROWS) await mark(from);
  const invoice = await draftOfAll(api);
  await recorded(`confirming an invoice of ${DETAILS} details`, async () => {
    await api.post('bbl_ConfirmInvoices', { Ids: [invoice] });
  });
  return traces;
}

/** One draft of everything that is ready, made by a series of calls. */
async function draftOfAll(api: Client): Promise<string> {
  const { value } = (await api.get('bbl_contracts?$select=bbl_contractid')) as { value: { bbl_contractid: string }[] };
  const ContractIds = value.map((row) => row.bbl_contractid);
  let After = '';
  let invoice = '';
  do {
    const { body } = await api.post('bbl_CreateInvoices', { ContractIds, InvoiceDate: '2026-12-31', After });
    const answer = body as { Next: string; InvoiceIds: string[] };
    After = answer.Next;
    invoice = answer.InvoiceIds[0] ?? invoice;
  } while (After !== '');
  return invoice;
}

async function time(
  what: string,
  trace: readonly string[],
  start: () => RulesBundle,
  [assembly, program]: readonly [string, string],
): Promise<Timing> {
  const recordings = trace.map((line) => JSON.parse(line) as Recording);
  const texts = recordings.map(({ context, calls }) => ({
    context: JSON.stringify(context),
    answers: calls.map(({ answer }) => JSON.stringify(answer)),
  }));
  const v8Ms = await medianMs(ROUNDS, () => {
    for (const { context, answers } of texts) {
      let next = 0;
      start().execute(context, () => answers[next++] ?? '');
    }
  });
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, 'trace.jsonl');
  writeFileSync(file, trace.map((line) => `${line}\n`).join(''));
  const ran = spawnSync('dotnet', [program, '--time', String(ROUNDS + 1), assembly, file], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(`${what}: ${ran.stdout}${ran.stderr}`);
  const [coldMs = 0, ...warm] = ran.stdout.trim().split('\n').map(Number);
  const jintMs = warm.sort((a, b) => a - b)[Math.floor(warm.length / 2)] ?? 0;
  const calls = recordings.reduce((sum, recording) => sum + recording.calls.length, 0);
  return { what, executions: recordings.length, calls, v8Ms, jintMs, coldMs };
}

function table(timings: readonly Timing[]): string {
  const rows = timings.map(({ what, executions, calls, v8Ms, jintMs, coldMs }) =>
    [
      what,
      executions,
      calls,
      v8Ms.toFixed(0),
      jintMs.toFixed(0),
      (jintMs / v8Ms).toFixed(1),
      coldMs.toFixed(0),
      `1/${Math.floor(MESSAGE_MS_MAX / jintMs)}`,
    ].join(' | '),
  );
  const head = 'Trace | Executions | Service calls | V8, ms | Jint, ms | Ratio | Jint cold, ms | Of two minutes';
  return [head, head.replace(/[^|]+/g, '---'), ...rows].map((row) => `| ${row} |`).join('\n');
}

const dotnetVersion = (): string => spawnSync('dotnet', ['--version'], { encoding: 'utf8' }).stdout.trim();

void main(process.argv.slice(2));
