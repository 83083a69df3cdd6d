import { BillingStatus } from '@bbl/dataverse/generated/choices';
import { startHost } from '@bbl/host';
import Database from 'better-sqlite3';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus } from 'node:os';
import { makeBacklog } from './backlog';
import { client, type Client } from './client';
import { generateAll, makeLines, SCHEDULE_LINES } from './schedules';
import { medianMs, report, type Measurement } from './measure';

/**
 * `npm run bench`: one process, one machine, one run; what counts are the ratios. Notes on fairness: client and host
 * share two cores, the rows lie in memory, and the floor answers ready-made text over the same number of rows.
 */
const BACKLOG_ROWS = 10_000;
const ROWS_ONE_BY_ONE = 1000;
const PAGE_ROWS = 50;
const RUNS = 9;

async function main(): Promise<void> {
  const host = await startHost({ port: 0, data: ':memory:', seed: 'none' });
  const api = client(host.url, host.token);
  console.log(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? ''}`);
  const splitIds = await makeBacklog(api, BACKLOG_ROWS);
  const measurements = [await marking(api, splitIds), await pageOfRows(api), await schedules(api)];
  console.log(report(measurements));
  await host.close();
}

/** All rows by the view's query in a series of bounded calls, against calls of one row, both per 1,000 rows. */
async function marking(api: Client, ids: readonly string[]): Promise<Measurement> {
  const FetchXml = '<fetch><entity name="bbl_milestonesplit" /></fetch>';
  const markAll = async (Status: number) => {
    let After = '';
    let handled = 0;
    do {
      const { body } = await api.post('bbl_SetBillingStatus', { Table: 'bbl_milestonesplit', FetchXml, Status, After });
      const answer = body as { Next: string; Changed: number };
      After = answer.Next;
      handled += answer.Changed;
    } while (After !== '');
    if (handled !== ids.length) throw new Error(`${handled} of ${ids.length} rows were marked`);
  };
  const seriesMs = await medianMs(1, async () => {
    await markAll(BillingStatus.ReadyToInvoice);
    await markAll(BillingStatus.NotReadyToInvoice);
  });
  const singleMs = await medianMs(1, async () => {
    for (const id of ids.slice(0, ROWS_ONE_BY_ONE)) {
      await api.post('bbl_SetBillingStatus', {
        Table: 'bbl_milestonesplit',
        Ids: [id],
        Status: BillingStatus.ReadyToInvoice,
      });
      await api.post('bbl_SetBillingStatus', {
        Table: 'bbl_milestonesplit',
        Ids: [id],
        Status: BillingStatus.NotReadyToInvoice,
      });
    }
  });
  return {
    what: `marking ${ids.length} rows and back by FetchXml, 500 a call; per 1,000 rows`,
    ms: (seriesMs * 1000) / ids.length,
    against: 'one row a call; per 1,000 rows',
    againstMs: (singleMs * 1000) / ROWS_ONE_BY_ONE,
    ratioMin: 10,
  };
}

/** Against the platform's limit: two minutes a message, one message a line. */
async function schedules(api: Client): Promise<Measurement> {
  const lines = await makeLines(api);
  const ms = await medianMs(1, () => generateAll(api, lines));
  return {
    what: `120 monthly milestones for 3 customers, mean of ${SCHEDULE_LINES} lines`,
    ms: ms / SCHEDULE_LINES,
    against: 'two minutes a message',
    againstMs: 120_000,
    ratioMin: 20,
  };
}

async function pageOfRows(api: Client): Promise<Measurement> {
  const path = `bbl_milestonesplits?$select=bbl_name,bbl_amount,bbl_date,bbl_billingstatus&$orderby=bbl_date&$top=${PAGE_ROWS}`;
  const pages = 40;
  const read = async (get: () => Promise<unknown>) => {
    for (let page = 0; page < pages; page++) await get();
  };
  await read(() => api.get(path)); // Warm.
  const ms = await medianMs(RUNS, () => read(() => api.get(path)));
  const floor = await startFloor((await api.get(path)) as { value: Record<string, unknown>[] });
  const againstMs = await medianMs(RUNS, () => read(() => fetch(floor.url).then((answer) => answer.json())));
  floor.close();
  return {
    what: `${pages} pages of ${PAGE_ROWS} rows`,
    ms,
    against: 'node:http + SQLite floor',
    againstMs,
    ratioMin: 0.4,
  };
}

/** The least that can be done: one prepared statement over the same rows behind node:http, no rights, no annotations. */
async function startFloor({ value }: { value: Record<string, unknown>[] }): Promise<{ url: string; close(): void }> {
  const database = new Database(':memory:');
  database.exec('create table split (id text primary key, name text, amount real, date text, status integer)');
  const insert = database.prepare('insert into split values (?, ?, ?, ?, ?)');
  for (const row of value) {
    insert.run(
      row['bbl_milestonesplitid'],
      row['bbl_name'],
      row['bbl_amount'],
      row['bbl_date'],
      row['bbl_billingstatus'],
    );
  }
  const select = database.prepare('select * from split order by date limit ?');
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ value: select.all(PAGE_ROWS) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

void main();
