import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BillingStatus } from '@bbl/dataverse/generated/choices';
import { packSolution } from '@bbl/dataverse/package';
import { startHost } from '@bbl/host';
import { readSolutionFolder } from '@bbl/tools/shared/solutionFolder';
import { writeZip } from '@bbl/tools/shared/zip';
import { producers } from '../src/producers';
import { webApi } from '../src/webApi';

/** surface.md 7: the host runs what is packed, not only what it was packed from. */
const folder = mkdtempSync(join(tmpdir(), 'package-'));
afterAll(() => rmSync(folder, { recursive: true }));

const solution = readSolutionFolder(join(__dirname, '../../solution'));
const packed = writeZip(packSolution(solution, { managed: true, assembly: new Uint8Array([77, 90]) }));

function fileWith(name: string, bytes: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

test('a host that imported the managed package bills a milestone', async () => {
  const host = await startHost({ solution: fileWith('managed.zip', packed), cachesModel: false });
  try {
    const api = webApi(host.url, host.token);
    const produce = producers(api);
    const milestone = await produce.milestone(await produce.fixedPriceLine(await produce.contract()));
    await api.call('bbl_SetBillingStatus', {
      Table: 'bbl_milestone',
      Ids: [milestone],
      Status: BillingStatus.ReadyToInvoice,
    });
    const [split] = await produce.splits(milestone);
    expect(split?.bbl_billingstatus).toBe(BillingStatus.ReadyToInvoice);
    const views = await api.list<{ name: string }>(
      "savedqueries?$select=name&$filter=returnedtypecode eq 'bbl_milestonesplit'",
    );
    expect(views.map(({ name }) => name)).toContain('Fixed Price Milestones');
  } finally {
    await host.close();
  }
});

test('a damaged package, a foreign zip and a file that is none are refused with what is wrong', async () => {
  const data = join(folder, 'data');
  const start = (name: string, bytes: Uint8Array) =>
    startHost({ solution: fileWith(name, bytes), data, cachesModel: false });
  await expect(start('cut.zip', packed.slice(0, 10_000))).rejects.toThrow('is no zip file');
  const damaged = packed.slice();
  damaged.fill(0, 100_000, 100_100);
  await expect(start('damaged.zip', damaged)).rejects.toThrow(/is damaged|is no zip file/);
  await expect(start('foreign.zip', writeZip(new Map([['readme.txt', packed]])))).rejects.toThrow(
    'solution.xml: is missing',
  );
  await expect(start('text.zip', new TextEncoder().encode('no zip'))).rejects.toThrow('is no zip file');
  await expect(startHost({ solution: join(folder, 'none.zip'), data })).rejects.toThrow('there is no');
  expect(existsSync(data)).toBe(false);
});
