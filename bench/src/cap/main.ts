import { join } from 'node:path';
import { cpus, loadavg } from 'node:os';
import { makeBacklog } from '../backlog';
import { startChild } from '../child';
import { client } from '../client';
import { median, report, type Measurement } from '../measure';
import { CAP_VERSION, startCap, type SplitValues } from './capServer';
import { odataClient, type ODataClient } from '../odataClient';

/**
 * The Web API against SAP CAP on the same rows: `npm run bench-cap`, after a build. Both servers are processes of
 * their own over SQLite in memory; one client asks them in turn, so that a slow moment of the machine meets both.
 */
const ROWS = 10_000;
const ROUNDS = 15;
const READS_A_ROUND = 40;
const CREATES_A_ROUND = 40;
const BATCH_ROWS = 100;

/** One scenario as each server spells it; `index` counts through all requests, so that rows and names differ. */
interface Scenario {
  readonly what: string;
  readonly timesARound: number;
  readonly host: (api: ODataClient, index: number) => Promise<unknown>;
  readonly cap: (api: ODataClient, index: number) => Promise<unknown>;
}

async function main(): Promise<void> {
  console.log(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? ''}, ${CAP_VERSION}`);
  const host = await startHost();
  const splits = await splitsOf(host.url, host.token);
  const cap = await startCap(splits);
  const api = odataClient(`${host.url}/api/data/v9.2/`, { Authorization: `Bearer ${host.token}` });
  try {
    const measurements: Measurement[] = [];
    for (const scenario of scenarios(splits.map(([id]) => id))) {
      measurements.push(await compare(scenario, api, cap.client));
    }
    console.log(`Load ${loadavg()[0]?.toFixed(1) ?? ''}`);
    console.log(report(measurements));
  } finally {
    api.close();
    await cap.stop();
    await host.stop();
  }
}

interface HostProcess {
  readonly url: string;
  readonly token: string;
  stop(): Promise<void>;
}

async function startHost(): Promise<HostProcess> {
  const args = [join('build', 'host', 'main.cjs'), '--port', '0', '--data', ':memory:', '--seed', 'none'];
  const awaited = /is running at (http:\S+)\/\?token=(\S+)/;
  const { found, stop } = await startChild(args, awaited, { cwd: process.cwd() });
  const [url = '', token = ''] = found;
  return { url, token, stop };
}

async function splitsOf(url: string, token: string): Promise<SplitValues[]> {
  const api = client(url, token);
  await makeBacklog(api, ROWS);
  const rows: SplitValues[] = [];
  const columns = 'bbl_milestonesplitid,bbl_name,bbl_amount,bbl_date,bbl_billingstatus';
  let path: string | undefined = `bbl_milestonesplits?$select=${columns}`;
  while (path !== undefined) {
    const page = (await api.get(path)) as { value: Record<string, never>[]; '@odata.nextLink'?: string };
    for (const row of page.value) {
      const [id, name, amount, date, status] = columns.split(',').map((column) => row[column]);
      rows.push([id ?? '', name ?? '', amount ?? 0, date ?? '', status ?? 0]);
    }
    path = page['@odata.nextLink']?.split('/api/data/v9.2/')[1];
  }
  return rows;
}

function scenarios(ids: readonly string[]): readonly Scenario[] {
  const id = (index: number): string => ids[(index * 7919) % ids.length] ?? '';
  const hostColumns = '$select=bbl_name,bbl_amount,bbl_date,bbl_billingstatus';
  const capColumns = '$select=ID,name,amount,date,status';
  const hostProject = (index: number) => ({ bbl_name: `Project ${index}`, bbl_number: `P-${index}` });
  const capProject = (index: number) => ({ name: `Project ${index}`, number: `P-${index}` });
  const indexes = (batch: number) => Array.from({ length: BATCH_ROWS }, (_, at) => batch * BATCH_ROWS + at);
  return [
    {
      what: 'page of 50 of 10,000 rows, four columns, in the order of the key',
      timesARound: READS_A_ROUND,
      host: (api) => api.send('GET', `bbl_milestonesplits?${hostColumns}&$orderby=bbl_milestonesplitid&$top=50`),
      cap: (api) => api.send('GET', `Splits?${capColumns}&$orderby=ID&$top=50`),
    },
    {
      what: 'page of 50 of 10,000 rows, four columns, in the order of dates',
      timesARound: READS_A_ROUND,
      host: (api) => api.send('GET', `bbl_milestonesplits?${hostColumns}&$orderby=bbl_date&$top=50`),
      cap: (api) => api.send('GET', `Splits?${capColumns}&$orderby=date&$top=50`),
    },
    {
      what: 'row by key, four columns',
      timesARound: READS_A_ROUND,
      host: (api, index) => api.send('GET', `bbl_milestonesplits(${id(index)})?${hostColumns}`),
      cap: (api, index) => api.send('GET', `Splits(${id(index)})?${capColumns}`),
    },
    {
      what: 'create a row of two columns',
      timesARound: CREATES_A_ROUND,
      host: (api, index) => api.send('POST', 'bbl_projects', JSON.stringify(hostProject(index))),
      cap: (api, index) => api.send('POST', 'Projects', JSON.stringify(capProject(index))),
    },
    {
      what: 'change set of 100 such rows',
      timesARound: 1,
      host: (api, batch) =>
        api.changeSet(
          indexes(batch).map((index) => ({
            method: 'POST',
            path: '/api/data/v9.2/bbl_projects',
            body: hostProject(index),
          })),
        ),
      cap: (api, batch) =>
        api.changeSet(indexes(batch).map((index) => ({ method: 'POST', path: 'Projects', body: capProject(index) }))),
    },
  ];
}

/** Rounds alternate between the servers; the first two warm both. Milliseconds are those of one request. */
async function compare(scenario: Scenario, host: ODataClient, cap: ODataClient): Promise<Measurement> {
  const hostMs: number[] = [];
  const capMs: number[] = [];
  for (let round = -2; round < ROUNDS; round++) {
    const first = (round + 2) * scenario.timesARound;
    const hostRoundMs = await roundMs(scenario.timesARound, (time) => scenario.host(host, first + time));
    const capRoundMs = await roundMs(scenario.timesARound, (time) => scenario.cap(cap, first + time));
    if (round < 0) continue;
    hostMs.push(hostRoundMs);
    capMs.push(capRoundMs);
  }
  return { what: scenario.what, ms: median(hostMs), against: 'SAP CAP', againstMs: median(capMs), ratioMin: 2 };
}

async function roundMs(times: number, request: (time: number) => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  for (let time = 0; time < times; time++) await request(time);
  return (performance.now() - startMs) / times;
}

void main();
