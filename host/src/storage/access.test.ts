import { guid, lookup } from '@bbl/dataverse/ports';
import { parseFetchXml } from '@bbl/dataverse/query';
import type { AccessOf, RowAccess, Store } from './store';
import {
  everything,
  id,
  memoryStore,
  metadata,
  OTHER_UNIT,
  OTHER_USER,
  seedPrincipals,
  TEAM,
  UNIT,
  USER,
} from './testing/fixtures';

let store: Store;
const READ = 1;
const WRITE = 2;

beforeAll(() => {
  store = memoryStore();
  seedPrincipals(store);
  store.insert('contract', id(9), { name: 'Bridge', number: '1' });
  const owners = [lookup('systemuser', USER), lookup('systemuser', OTHER_USER), lookup('team', TEAM), null];
  owners.forEach((ownerid, at) =>
    store.insert('sale', id(at + 1), { round: at + 1, ownerid, contractid: lookup('contract', id(9)) }),
  );
});
afterAll(() => store.close());

const owned = (ownerIds: string[], businessUnitIds: string[] = [], sharedRight?: number): RowAccess => ({
  kind: 'owned',
  ownerIds,
  businessUnitIds,
  ...(sharedRight !== undefined && { sharedRight }),
});
const SALES = parseFetchXml('<fetch><entity name="sale"><attribute name="round"/></entity></fetch>', metadata);
const visible = (access: RowAccess): unknown[] => store.query(SALES, () => access).rows.map((row) => row.round);

test('all, none and owned rows; the same query object serves every reader', () => {
  expect(visible({ kind: 'all' })).toEqual([1, 2, 3, 4]);
  expect(visible({ kind: 'none' })).toEqual([]);
  expect(visible(owned([USER]))).toEqual([1]);
  expect(visible(owned([OTHER_USER]))).toEqual([2]);
  expect(visible(owned([USER, TEAM]))).toEqual([1, 3]);
});

test('a business unit admits the rows of its users and teams', () => {
  expect(visible(owned([], [UNIT]))).toEqual([1, 3]);
  expect(visible(owned([USER], [OTHER_UNIT]))).toEqual([1, 2]);
});

test('a share admits for the rights it grants', () => {
  store.transaction(() => {
    store.insert('principalobjectaccess', id(70), {
      objectid: guid(id(4)),
      principalid: guid(USER),
      accessrightsmask: READ,
    });
    expect(visible(owned([USER]))).toEqual([1, 4]);
    expect(store.admits('sale', id(4), owned([USER]))).toBe(true);
    expect(store.admits('sale', id(4), owned([USER], [], WRITE))).toBe(false);
    store.update('principalobjectaccess', id(70), { accessrightsmask: READ | WRITE });
    expect(store.admits('sale', id(4), owned([USER], [], WRITE))).toBe(true);
    store.remove('principalobjectaccess', id(70));
  });
  expect(visible(owned([USER]))).toEqual([1]);
});

test('admits looks at one row, and knows a missing one', () => {
  expect(store.admits('sale', id(1), owned([USER]))).toBe(true);
  expect(store.admits('sale', id(2), owned([USER]))).toBe(false);
  expect(store.admits('sale', id(2), { kind: 'none' })).toBe(false);
  expect(store.admits('sale', id(2), { kind: 'all' })).toBe(true);
  expect(store.admits('sale', id(99), { kind: 'all' })).toBe(false);
});

describe('linked tables', () => {
  const hidden: AccessOf = (table) => (table === 'contract' ? { kind: 'none' } : { kind: 'all' });
  const linked = (type: string) =>
    parseFetchXml(
      `<fetch><entity name="sale"><attribute name="round"/><link-entity name="contract" from="contractid" to="contractid" alias="c" link-type="${type}"><attribute name="name"/></link-entity></entity></fetch>`,
      metadata,
    );

  test('an inner link drops rows whose linked row is hidden, an outer link empties its columns', () => {
    expect(store.query(linked('inner'), hidden).rows).toEqual([]);
    expect(store.query(linked('outer'), hidden).rows).toMatchObject(Array(4).fill({ 'c.name': null }));
    expect(store.query(linked('outer'), everything).rows).toMatchObject(Array(4).fill({ 'c.name': 'Bridge' }));
  });

  test('hidden rows do not answer a related filter', () => {
    const query = parseFetchXml(
      '<fetch><entity name="sale"><filter><link-entity name="contract" from="contractid" to="contractid" link-type="any"/></filter></entity></fetch>',
      metadata,
    );
    expect(store.query(query, everything).rows).toHaveLength(4);
    expect(store.query(query, hidden).rows).toEqual([]);
  });
});
