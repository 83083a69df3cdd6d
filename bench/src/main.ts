import { BillingStatus } from '@bbl/dataverse/generated/choices';
import { startHost } from '@bbl/host';
import { cpus } from 'node:os';
import { makeBacklog } from './backlog';
import { client, type Client } from './client';
import { batchOfRows, pageOfRows } from './floor';
import { invoicing } from './invoices';
import { generateAll, makeLines, SCHEDULE_LINES } from './schedules';
import { medianMs, report, type Measurement } from './measure';
import { rules } from './rules';

/**
 * `npm run bench`: one process, one machine, one run; what counts are the ratios. Notes on fairness: client and host
 * share two cores, and the rows lie in memory.
 */
const BACKLOG_ROWS = 10_000;
const ROWS_ONE_BY_ONE = 1000;

async function main(): Promise<void> {
  const host = await startHost({ port: 0, data: ':memory:', seed: 'none' });
  const api = client(host.url, host.token);
  console.log(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? ''}`);
  const splitIds = await makeBacklog(api, BACKLOG_ROWS);
  const measurements = [
    ...(await rules()),
    await marking(api, splitIds),
    await pageOfRows(api),
    await batchOfRows(host),
    await invoicing(api, splitIds.length),
    await schedules(api),
  ];
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

void main();
