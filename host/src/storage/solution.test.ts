import { join } from 'node:path';
import { MetadataIndex } from '@bbl/dataverse/metadataIndex';
import { parseFetchXml } from '@bbl/dataverse/query';
import { readSolution } from '@bbl/dataverse/solution';
import { readFolder } from '../solution/folder';
import { openStore } from './openStore';
import { everything, id, NOW } from './testing/fixtures';

const root = join(__dirname, '../../..');
const solution = readSolution(readFolder(join(root, 'solution')));
const system = readSolution(readFolder(join(root, 'host/system')));
const metadata = new MetadataIndex(system, solution);
const caller = { userId: id(1), businessUnitId: id(2), teamIds: [] };

test('the store opens with the solution’s tables and runs every one of its views', () => {
  const store = openStore({ file: ':memory:', metadata, now: () => NOW, views: solution.views });
  for (const view of solution.views) {
    // A quick find has {0} where the words that were typed go.
    const query = parseFetchXml(view.fetchXml.replaceAll('{0}', '%x%'), metadata);
    expect(store.query({ ...query, lookupNames: true, totalCount: true }, everything, caller)).toEqual({
      rows: [],
      moreRecords: false,
      totalRecordCount: 0,
      totalRecordCountLimitExceeded: false,
    });
  }
  expect(solution.views.length).toBeGreaterThan(0);
  store.close();
});

test('every table takes and returns an empty row', () => {
  const store = openStore({ file: ':memory:', metadata, now: () => NOW });
  for (const table of metadata.tables.values()) {
    store.insert(table.name, id(7), {});
    expect(store.get(table.name, id(7))).toHaveProperty(table.primaryId);
  }
  store.close();
});
