import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MetadataIndex } from '@bbl/dataverse/metadataIndex';
import type { TableMetadata, ViewMetadata } from '@bbl/dataverse/metadata';
import { column, table } from '@bbl/dataverse/query/testing/fixtures';
import Sqlite from 'better-sqlite3';
import { openStore } from './openStore';
import { id, NOW } from './testing/fixtures';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'store-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const TEXT = { type: 'string', maxLength: 50 } as const;
const open = (tables: readonly TableMetadata[], version: string, views: readonly ViewMetadata[] = []) =>
  openStore({
    file: join(folder, 'data.sqlite'),
    metadata: new MetadataIndex({ tables, relationships: [], choices: [] }),
    now: () => NOW,
    solutionVersion: version,
    views,
  });
const inspect = (sql: string): unknown[] => {
  const database = new Sqlite(join(folder, 'data.sqlite'));
  const rows = database.prepare(sql).pluck().all();
  database.close();
  return rows;
};
const indexes = (): unknown[] =>
  inspect("SELECT name FROM sqlite_schema WHERE type = 'index' AND name NOT LIKE 'sqlite_%' ORDER BY 1");

test('rows, numbers and versions outlive the process', () => {
  const first = open([table('thing', 'things', { name: TEXT })], '1.0.0.0');
  first.insert('thing', id(1), { name: 'a' });
  const version = Number(first.get('thing', id(1))?.versionnumber);
  first.nextNumber('thing', 'name');
  first.close();
  const second = open([table('thing', 'things', { name: TEXT })], '1.0.0.0');
  expect(second.get('thing', id(1))).toMatchObject({ name: 'a', versionnumber: version });
  expect(second.nextNumber('thing', 'name')).toBe(2);
  second.update('thing', id(1), { name: 'b' });
  expect(Number(second.get('thing', id(1))?.versionnumber)).toBeGreaterThan(version);
  second.close();
});

test('new tables and columns are added, removed columns keep their values, all of it is recorded', () => {
  const first = open([table('thing', 'things', { name: TEXT, old: TEXT })], '1.0.0.0');
  first.insert('thing', id(1), { name: 'a', old: 'kept' });
  first.close();
  const second = open(
    [table('thing', 'things', { name: TEXT, price: { type: 'money' } }), table('other', 'others', { name: TEXT })],
    '1.1.0.0',
  );
  expect(second.get('thing', id(1))).toMatchObject({ name: 'a', price: null });
  second.insert('other', id(2), { name: 'b' });
  second.close();
  expect(inspect('SELECT old FROM thing')).toEqual(['kept']);
  expect(inspect(`SELECT version || ': ' || change FROM "$migration"`)).toEqual([
    '1.0.0.0: added table thing',
    '1.1.0.0: added column price to thing',
    '1.1.0.0: added table other',
  ]);
  expect(inspect(`SELECT value FROM "$meta" WHERE key = 'solution version'`)).toEqual(['1.1.0.0']);
});

test('a column that changed its kind is refused by name, and nothing is changed', () => {
  open([table('thing', 'things', { name: TEXT, price: { type: 'decimal', precision: 4 } })], '1.0.0.0').close();
  expect(() =>
    open(
      [table('thing', 'things', { name: { type: 'integer' }, price: { type: 'decimal', precision: 2 }, more: TEXT })],
      '2.0.0.0',
    ),
  ).toThrow(
    'column name of thing was string and is now integer; column price of thing was decimal with 4 decimals and is now decimal with 2 decimals',
  );
  expect(inspect("SELECT name FROM pragma_table_info('thing')")).not.toContain('more');
});

test('indexes follow keys, lookups and the orders of views', () => {
  const columns = {
    name: { ...TEXT, isPrimaryName: true },
    number: TEXT,
    day: { type: 'dateonly' as const },
    note: TEXT,
  };
  const thing = table('thing', 'things', columns);
  const view = {
    table: 'thing',
    fetchXml:
      '<fetch><entity name="thing"><filter><condition attribute="note" operator="not-null"/></filter><order attribute="day" descending="true"/><order attribute="number"/></entity></fetch>',
  } as ViewMetadata;
  open([{ ...thing, keys: [{ name: 'number', columns: ['number'] }] }], '1.0.0.0', [view]).close();
  expect(indexes()).toEqual([
    'ix:thing:day:DESC,number:folded,thingid',
    'ix:thing:name:folded',
    'ix:thing:note:folded',
    'key:thing:number',
  ]);
  open(
    [{ ...thing, columns: [...thing.columns, column('code', TEXT)], keys: [{ name: 'number', columns: ['code'] }] }],
    '1.1.0.0',
  ).close();
  expect(indexes()).toEqual(['ix:thing:name:folded', 'key:thing:number']);
});

test('two tables may have keys of the same name', () => {
  const keys = [{ name: 'number', columns: ['number'] }];
  const things = table('thing', 'things', { number: TEXT });
  const others = table('other', 'others', { number: TEXT });
  open(
    [
      { ...things, keys },
      { ...others, keys },
    ],
    '1.0.0.0',
  ).close();
  expect(indexes()).toEqual(expect.arrayContaining(['key:other:number', 'key:thing:number']));
});

test('a file is open in one process only', () => {
  const things = [table('thing', 'things', { name: TEXT })];
  const first = open(things, '1.0.0.0');
  expect(() => open(things, '1.0.0.0')).toThrow('is in use by another process');
  first.close();
  open(things, '1.0.0.0').close();
});

test('a key that the rows break is refused', () => {
  const thing = table('thing', 'things', { name: TEXT });
  const first = open([thing], '1.0.0.0');
  first.insert('thing', id(1), { name: 'a' });
  first.insert('thing', id(2), { name: 'A' });
  first.close();
  expect(() => open([{ ...thing, keys: [{ name: 'k', columns: ['name'] }] }], '1.1.0.0')).toThrow('breaks a key');
});
