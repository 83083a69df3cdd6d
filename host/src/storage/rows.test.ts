import { choice, dateTime, decimal, guid, lookup, money, type Row } from '@bbl/dataverse/ports';
import { faultOf, fullSale, id, memoryStore, metadata, seedPrincipals, TEAM, USER } from './testing/fixtures';
import type { Store } from './store';

const CONTRACT = id(1);
const SALE = id(2);
let store: Store;

beforeEach(() => {
  store = memoryStore();
  seedPrincipals(store);
  store.insert('contract', CONTRACT, { name: 'Bridge', number: 'C-1' });
});
afterEach(() => store.close());

const insertSale = (row: Row): (() => void) => {
  return () => store.insert('sale', SALE, row);
};

describe('rows', () => {
  test('a row comes back as it was written, with its id and version', () => {
    store.insert('sale', SALE, fullSale(CONTRACT));
    expect(store.get('sale', SALE)).toEqual({
      ...fullSale(CONTRACT),
      saleid: guid(SALE),
      versionnumber: expect.any(Number) as number,
    });
  });

  test('get returns the asked columns, the id and the version; empty columns are null', () => {
    store.insert('sale', SALE, { name: 'Design' });
    expect(store.get('sale', SALE, ['name', 'amount'])).toEqual({
      name: 'Design',
      amount: null,
      saleid: guid(SALE),
      versionnumber: expect.any(Number) as number,
    });
    expect(store.get('sale', id(99))).toBeUndefined();
  });

  test('update writes the given columns alone and raises the version', () => {
    store.insert('sale', SALE, fullSale(CONTRACT));
    const before = store.get('sale', SALE);
    store.update('sale', SALE, { amount: money('7'), note: null });
    const after = store.get('sale', SALE);
    expect(after).toEqual({ ...before, amount: money('7'), note: null, versionnumber: after?.versionnumber });
    expect(Number(after?.versionnumber)).toBeGreaterThan(Number(before?.versionnumber));
  });

  test('update and remove of a missing row answer 0x80040217', () => {
    expect(faultOf(() => store.update('sale', SALE, { name: 'x' }))).toMatchObject({ status: 404, code: '0x80040217' });
    expect(faultOf(() => store.remove('sale', SALE))).toMatchObject({ status: 404, code: '0x80040217' });
  });

  test('an empty text is no text', () => {
    store.insert('sale', SALE, { name: '', note: '' });
    expect(store.get('sale', SALE, ['name', 'note'])).toMatchObject({ name: null, note: null });
  });

  test('the same id twice answers 0x80040237', () => {
    store.insert('sale', SALE, {});
    expect(faultOf(insertSale({}))).toMatchObject({ status: 412, code: '0x80040237' });
  });

  test('an alternate key is unique without regard to case and accents; empty values do not collide', () => {
    store.insert('contract', id(3), { number: 'Ärger' });
    expect(faultOf(() => store.insert('contract', id(4), { number: 'ARGER' }))).toMatchObject({
      status: 412,
      code: '0x80060892',
      message: expect.stringContaining('contract_number') as string,
    });
    store.insert('contract', id(5), {});
    store.insert('contract', id(6), {});
  });

  test('a row is found by its key', () => {
    store.insert('sale', SALE, fullSale(CONTRACT));
    const key = ['contractid', 'round'];
    expect(store.findByKey('sale', key, { contractid: lookup('contract', CONTRACT), round: 3 })).toBe(SALE);
    expect(store.findByKey('sale', key, { contractid: lookup('contract', CONTRACT), round: 4 })).toBeUndefined();
    expect(store.findByKey('sale', key, { contractid: null, round: 3 })).toBeUndefined();
    expect(store.findByKey('contract', ['number'], { number: 'c-1' })).toBe(CONTRACT);
  });

  test('auto numbers count up for each column', () => {
    expect([store.nextNumber('sale', 'number'), store.nextNumber('sale', 'number')]).toEqual([1, 2]);
    expect(store.nextNumber('contract', 'number')).toBe(1);
  });

  test('clear drops every row, circles of lookups included', () => {
    store.insert('sale', SALE, fullSale(CONTRACT));
    store.clear();
    expect(store.get('sale', SALE)).toBeUndefined();
    expect(store.get('systemuser', USER)).toBeUndefined();
    expect(store.nextNumber('sale', 'number')).toBe(1);
  });
});

describe('lookups', () => {
  test('to a missing row answer 0x80040217 and name it', () => {
    expect(faultOf(insertSale({ contractid: lookup('contract', id(77)) }))).toEqual({
      status: 404,
      code: '0x80040217',
      message: `contract With Id = ${id(77)} Does Not Exist`,
    });
    expect(faultOf(insertSale({ ownerid: lookup('team', USER) }))).toMatchObject({ code: '0x80040217' });
    store.insert('sale', SALE, {});
    expect(faultOf(() => store.update('sale', SALE, { contractid: lookup('contract', id(77)) }))).toMatchObject({
      code: '0x80040217',
    });
  });

  test('to several tables keep the table', () => {
    store.insert('sale', SALE, { ownerid: lookup('team', TEAM) });
    expect(store.get('sale', SALE, ['ownerid'])?.ownerid).toEqual(lookup('team', TEAM));
  });

  test('a row that others point to cannot be removed', () => {
    store.insert('sale', SALE, fullSale(CONTRACT));
    expect(faultOf(() => store.remove('contract', CONTRACT))).toMatchObject({ code: '0x80048416' });
  });

  test('childrenOf and clearLookup follow a relationship', () => {
    store.insert('sale', SALE, fullSale(CONTRACT));
    store.insert('sale', id(3), { contractid: lookup('contract', CONTRACT) });
    const [relationship] = metadata.collectionsOf('contract');
    if (!relationship) throw new Error('expected a relationship');
    const version = store.get('sale', SALE)?.versionnumber;
    expect(store.childrenOf(relationship, CONTRACT)).toEqual([SALE, id(3)]);
    expect(store.clearLookup(relationship, CONTRACT)).toEqual([SALE, id(3)]);
    expect(store.childrenOf(relationship, CONTRACT)).toEqual([]);
    expect(store.get('sale', SALE)?.contractid).toBeNull();
    expect(store.get('sale', SALE)?.versionnumber).not.toBe(version);
    store.remove('contract', CONTRACT);
  });
});

describe('strict values', () => {
  test.each<[string, Row, string]>([
    ['unknown column', { nope: 1 }, '0x80041103'],
    ['text for a number', { round: '1' }, '0x80040203'],
    ['a fraction for a whole number', { round: 1.5 }, '0x80040203'],
    ['a whole number out of range', { round: 2 ** 31 }, '0x80044330'],
    ['a text that is too long', { number: 'x'.repeat(21) }, '0x80044331'],
    ['a JSON number for money', { amount: 12 }, '0x80040203'],
    ['a decimal for money', { amount: decimal('1') }, '0x80040203'],
    ['money with five decimals', { amount: money('0.00001') }, '0x80040203'],
    ['money that is no number', { amount: money('12,50') }, '0x80040203'],
    ['money out of range', { amount: money('922337203685478') }, '0x80044330'],
    ['a decimal with too many digits', { rate: decimal('0.12345') }, '0x80040203'],
    ['a decimal out of range', { rate: decimal('-1000.0001') }, '0x80044330'],
    ['an unknown option', { status: choice(9) }, '0x8004431a'],
    ['a number for a choice', { status: 1 }, '0x80040203'],
    ['a number for yes or no', { isfinal: 1 }, '0x80040203'],
    ['a day that is none', { day: dateTime('2026-02-30T00:00:00Z') }, '0x80040203'],
    ['a time of day for a day', { day: dateTime('2026-02-28T01:00:00Z') }, '0x80040203'],
    ['a text for a point in time', { soldat: '2026-02-28T01:00:00Z' }, '0x80040203'],
    ['a lookup to another table', { contractid: lookup('account', id(1)) }, '0x80040203'],
    ['an id that is none', { contractid: lookup('contract', 'x') }, '0x80040203'],
  ])('%s is refused with a sentence that names the column', (_name, row, code) => {
    const fault = faultOf(insertSale(row));
    expect(fault).toMatchObject({ status: 400, code });
    expect(fault.message).toContain(Object.keys(row)[0]);
  });

  test.each<[string, Row, string]>([
    ['a day', { day: dateTime('0027-03-12T00:00:00Z') }, '03/12/0027 00:00:00'],
    ['the day before the first', { day: dateTime('1752-12-31T00:00:00Z') }, '12/31/1752 00:00:00'],
    ['a point in time', { soldat: dateTime('1753-01-01T00:30:00+01:00') }, '12/31/1752 23:30:00'],
  ])('%s before 1753 is refused as the platform refuses it', (_name, row, shown) => {
    expect(faultOf(insertSale(row))).toMatchObject({
      status: 400,
      code: '0x80040239',
      message: `DateTime is less than minumum value supported by CrmDateTime. Actual value: ${shown}, Minimum value supported: 01/01/1753 00:00:00`,
    });
  });

  test('the first and the last day are kept, what an offset moves beyond them is not', () => {
    const days = { day: dateTime('1753-01-01T00:00:00Z'), soldat: dateTime('9999-12-31T23:59:59Z') };
    store.insert('sale', SALE, days);
    expect(store.get('sale', SALE, ['day', 'soldat'])).toMatchObject(days);
    const beyond = { soldat: dateTime('9999-12-31T23:59:59-01:00') };
    expect(faultOf(() => store.update('sale', SALE, beyond))).toMatchObject({ status: 400, code: '0x80040203' });
  });

  test('points in time are kept in whole seconds and UTC', () => {
    store.insert('sale', SALE, { soldat: dateTime('2026-02-28T01:00:00.75+02:00') });
    expect(store.get('sale', SALE, ['soldat'])?.soldat).toEqual(dateTime('2026-02-27T23:00:00Z'));
  });
});
