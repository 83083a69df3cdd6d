import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BillingStatus } from '@bbl/dataverse/generated/choices';
import { startHost, type RunningHost } from '@bbl/host';
import { scaffold } from '@bbl/tools/scaffold/scaffold';
import { producers } from '../src/producers';
import { type WebApi, webApi } from '../src/webApi';

/** Data of one version opens under the next: an upgrade adds a column and takes a view out. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'upgrade-'));
  cpSync(join(__dirname, '../../solution'), join(folder, 'solution'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

async function withHost<T>(work: (api: WebApi, host: RunningHost) => Promise<T>): Promise<T> {
  const host = await startHost({
    solution: join(folder, 'solution'),
    data: join(folder, 'data'),
    token: 'upgrade',
    cachesModel: false,
  });
  try {
    return await work(webApi(host.url, host.token), host);
  } finally {
    await host.close();
  }
}

/** What 1.1.0.0 changes in the tree. */
function upgrade(): void {
  const solution = join(folder, 'solution');
  const manifest = join(solution, 'Other/Solution.xml');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('<Version>1.0.0.0<', '<Version>1.1.0.0<'));
  const words = '--table bbl_Milestone --schema bbl_Region --display Region --kind text';
  scaffold(['column', ...words.split(' ')], solution);
  rmSync(join(solution, 'Entities/bbl_Project/SavedQueries', viewFile(solution)));
}

const viewFile = (solution: string): string => {
  const views = join(solution, 'Entities/bbl_Project/SavedQueries');
  const file = readdirSync(views).find((name) =>
    readFileSync(join(views, name), 'utf8').includes('"Inactive Projects"'),
  );
  if (file === undefined) throw new Error('There is no view of inactive projects');
  return file;
};

const projectViews = async (api: WebApi): Promise<string[]> =>
  (await api.list<{ name: string }>("savedqueries?$select=name&$filter=returnedtypecode eq 'bbl_project'")).map(
    ({ name }) => name,
  );

test('rows, statuses and history of 1.0.0.0 are there under 1.1.0.0, and billing goes on', async () => {
  const before = await withHost(async (api) => {
    const produce = producers(api);
    const contract = await produce.contract({ percents: [60, 40] });
    const milestone = await produce.milestone(await produce.fixedPriceLine(contract), { amount: 1000.01 });
    const request = { Table: 'bbl_milestone', Ids: [milestone], Status: BillingStatus.ReadyToInvoice };
    await api.call('bbl_SetBillingStatus', request);
    expect(await projectViews(api)).toContain('Inactive Projects');
    const events = await api.list('bbl_billingevents?$select=bbl_billingeventid');
    return { milestone, splits: await produce.splits(milestone), events };
  });

  upgrade();

  await withHost(async (api, { host }) => {
    const produce = producers(api);
    expect(host.parts.solution.model.version).toBe('1.1.0.0');
    expect(await produce.splits(before.milestone)).toEqual(before.splits);
    expect(await api.list('bbl_billingevents?$select=bbl_billingeventid')).toEqual(before.events);
    expect(await projectViews(api)).not.toContain('Inactive Projects');

    const path = `bbl_milestones(${before.milestone})`;
    expect(await api.get(`${path}?$select=bbl_region`)).toMatchObject({ bbl_region: null });
    await api.patch(path, { bbl_region: 'North' });
    expect(await api.get(`${path}?$select=bbl_region`)).toMatchObject({ bbl_region: 'North' });

    const Sources = JSON.stringify([{ table: 'bbl_milestone', id: before.milestone }]);
    const { InvoiceIds } = await api.call<{ InvoiceIds: string[] }>('bbl_CreateInvoices', { Sources });
    expect(InvoiceIds).toHaveLength(2);
  });
});
