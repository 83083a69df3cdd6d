import Database from 'better-sqlite3';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { odataClient } from './odataClient';
import type { Client } from './client';
import { type Measurement, medianMs } from './measure';

/**
 * The least that can be done: prepared SQLite statements over the same rows behind node:http. No rights, no
 * annotations, no query to parse, no columns of the platform.
 */
const PAGE_ROWS = 50;
const PAGES = 40;
const BATCH_ROWS = 100;
const RUNS = 9;
const RATIO_MIN = 0.4;

interface Floor {
  readonly url: string;
  close(): void;
}

async function startFloor(listener: RequestListener): Promise<Floor> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** Pages of the milestones, read one after the other. */
export async function pageOfRows(api: Client): Promise<Measurement> {
  const path = `bbl_milestonesplits?$select=bbl_name,bbl_amount,bbl_date,bbl_billingstatus&$orderby=bbl_date&$top=${PAGE_ROWS}`;
  const read = async (get: () => Promise<unknown>) => {
    for (let page = 0; page < PAGES; page++) await get();
  };
  await read(() => api.get(path)); // Warm.
  const ms = await medianMs(RUNS, () => read(() => api.get(path)));
  const floor = await pageFloor((await api.get(path)) as { value: Record<string, unknown>[] });
  const againstMs = await medianMs(RUNS, () => read(() => fetch(floor.url).then((answer) => answer.json())));
  floor.close();
  const what = `${PAGES} pages of ${PAGE_ROWS} rows`;
  return { what, ms, against: 'node:http + SQLite floor', againstMs, ratioMin: RATIO_MIN };
}

function pageFloor({ value }: { value: Record<string, unknown>[] }): Promise<Floor> {
  const database = new Database(':memory:');
  database.exec('create table split (id text primary key, name text, amount real, date text, status integer)');
  const insert = database.prepare('insert into split values (?, ?, ?, ?, ?)');
  const columns = ['bbl_milestonesplitid', 'bbl_name', 'bbl_amount', 'bbl_date', 'bbl_billingstatus'];
  for (const row of value) insert.run(...columns.map((column) => row[column]));
  const select = database.prepare('select * from split order by date limit ?');
  return startFloor((_request, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ value: select.all(PAGE_ROWS) }));
  });
}

/** A change set of new projects; the floor takes the same rows as one JSON list and writes them in one transaction. */
export async function batchOfRows({ url, token }: { url: string; token: string }): Promise<Measurement> {
  const api = odataClient(`${url}/api/data/v9.2/`, { Authorization: `Bearer ${token}` });
  const row = (index: number) => ({ bbl_name: `Project ${index}`, bbl_number: `P-${index}` });
  const bodies = Array.from({ length: BATCH_ROWS }, (_, index) => row(index));
  const path = '/api/data/v9.2/bbl_projects';
  const send = () => api.changeSet(bodies.map((body) => ({ method: 'POST', path, body })));
  for (let time = 0; time < RUNS; time++) await send(); // Warm.
  const ms = await medianMs(RUNS * 3, send);
  api.close();

  const floor = await batchFloor();
  const bare = odataClient(floor.url);
  const againstMs = await medianMs(RUNS * 3, async () => void (await bare.send('POST', '', JSON.stringify(bodies))));
  bare.close();
  floor.close();
  const what = `change set of ${BATCH_ROWS} new rows`;
  return { what, ms, against: 'node:http + SQLite floor', againstMs, ratioMin: RATIO_MIN };
}

function batchFloor(): Promise<Floor> {
  const database = new Database(':memory:');
  database.exec('create table project (id integer primary key, name text, number text)');
  const insert = database.prepare('insert into project (name, number) values (?, ?)');
  const insertAll = database.transaction((rows: { bbl_name: string; bbl_number: string }[]) =>
    rows.map((row) => insert.run(row.bbl_name, row.bbl_number).lastInsertRowid),
  );
  return startFloor((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const ids = insertAll(JSON.parse(Buffer.concat(chunks).toString()));
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ value: ids.map((id) => Number(id)) }));
    });
  });
}
