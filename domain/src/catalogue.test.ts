import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import * as domain from './index';
import { SENTENCES } from './messages';

interface CatalogueRow {
  readonly id: string;
  readonly text: string;
  readonly functions: readonly string[];
  readonly tests: readonly string[];
}

const ID = /BBL-[A-Z]{3}-\d\d|\d+(?:\.\d+)?-\d+/g;
const TITLE = /\btest(?:\.each(?:<[^>]*>)?\([\s\S]*?\]\))?\(\s*(['"`])(.*?)\1/g;

const names = (cell: string | undefined): string[] =>
  [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');

/** Rows of the tables below a heading of SPEC.md. */
function rowsOf(heading: string): CatalogueRow[] {
  const [, section = ''] = readFileSync(join(__dirname, '../SPEC.md'), 'utf8').split(`## ${heading}\n`);
  const [table = ''] = section.split('\n## ');
  return [...table.matchAll(/^\| ((?:BBL|\d)[^|]*) \|(.*)\|$/gm)].map(([, id = '', cells = '']) => {
    const [text = '', functions, tests] = cells.split('|');
    return { id: id.trim(), text: text.trim(), functions: names(functions), tests: names(tests) };
  });
}

/** Ids that titles begin with, by test file. A title is "ID, ID: behaviour". */
function titledIds(): Map<string, Set<string>> {
  const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.test.ts'),
  );
  return new Map(
    files.map((file) => {
      const titles = [...readFileSync(join(__dirname, file), 'utf8').matchAll(TITLE)].map(([, , title = '']) => title);
      const ids = titles.flatMap((title) => title.split(': ')[0]?.match(ID) ?? []);
      return [file.split(sep).join('/'), new Set(ids)];
    }),
  );
}

const rules = rowsOf('Rules by section');
const refusals = rowsOf('Refusals');
const outside = rowsOf('Refusals decided outside the rules');
const later = rowsOf("Not in this version's rules yet");
const implemented = [...rules, ...refusals];

test('11-1: every id of the catalogue stands in it once, every message code somewhere', () => {
  const ids = [...implemented, ...outside, ...later].map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  expect(ids.filter((id) => id.startsWith('BBL-')).sort()).toEqual(Object.keys(SENTENCES).sort());
});

test('11-1: the catalogue says the very sentences of the messages', () => {
  const texts = [...refusals, ...outside, ...later].map(({ id, text }) => [id, text]);
  expect(Object.fromEntries(texts)).toEqual(SENTENCES);
});

test('11-1: every rule of the catalogue has a test that names it, in the files it tells', () => {
  const titled = titledIds();
  const filesOf = (id: string) => [...titled].filter(([, ids]) => ids.has(id)).map(([file]) => file);
  const told = implemented.map(({ id, tests }) => [id, [...tests].sort()]);
  expect(told).toEqual(implemented.map(({ id }) => [id, filesOf(id).sort()]));
  expect(implemented.filter(({ tests }) => tests.length === 0)).toEqual([]);
});

test('11-1: no test names a rule that the catalogue lacks', () => {
  const known = new Set(implemented.map(({ id }) => id));
  const unknown = [...titledIds()].flatMap(([file, ids]) =>
    [...ids].filter((id) => !known.has(id)).map((id) => `${file}: ${id}`),
  );
  expect(unknown).toEqual([]);
});

test('11-1: the functions of the catalogue exist', () => {
  const exported = new Set(Object.keys(domain));
  expect(implemented.flatMap(({ functions }) => functions).filter((name) => !exported.has(name))).toEqual([]);
  expect(implemented.filter(({ functions }) => functions.length === 0)).toEqual([]);
});
