import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PackageError, type PackageFiles, packSolution } from '@bbl/dataverse/package';
import { ROOT } from '../shared/root';
import { readSolutionFolder } from '../shared/solutionFolder';
import { writeZip } from '../shared/zip';
import { unpackInto } from './unpackInto';

const SOLUTION = join(ROOT, 'solution');
const parts = packSolution(readSolutionFolder(SOLUTION), { managed: false, assembly: new Uint8Array([77, 90]) });
const whole = writeZip(parts);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unpack-'));
  cpSync(SOLUTION, join(folder, 'solution'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const unpack = (zip: Uint8Array): string[] => {
  writeFileSync(join(folder, 'package.zip'), zip);
  return unpackInto(join(folder, 'solution'), join(folder, 'package.zip'));
};

const text = (name: string): string => new TextDecoder().decode(parts.get(name));
const withPart = (name: string, from: string, to: string): PackageFiles => {
  expect(text(name)).toContain(from);
  return new Map([...parts, [name, new TextEncoder().encode(text(name).replace(from, to))]]);
};
const damaged = (): Uint8Array => {
  const bytes = whole.slice();
  bytes.fill(0, 100_000, 100_100);
  return bytes;
};

test('the package of the folder itself changes nothing', () => {
  expect(unpack(whole)).toEqual([expect.stringMatching(/^0 files written, 0 removed, \d+ unchanged\.$/)]);
});

test('a change of the maker comes home as the one file that it is about', () => {
  const [first, counts] = unpack(writeZip(withPart('customizations.xml', '"Retainers and Advances"', '"Advances"')));
  expect(first).toMatch(/^changed (Entities|AppModuleSiteMaps)\//);
  expect(counts).toMatch(/^1 files written, 0 removed, /);
});

test.each([
  ['no zip', () => new TextEncoder().encode('no zip'), 'is no zip file'],
  ['a zip that ends early', () => whole.slice(0, 10_000), 'is no zip file'],
  ['a zip with damaged bytes', damaged, 'is damaged'],
  ['a zip of something else', () => writeZip(new Map([['readme.txt', whole]])), 'solution.xml: is missing'],
  [
    'another solution',
    () => writeZip(withPart('solution.xml', '<UniqueName>BillingBacklog<', '<UniqueName>Other<')),
    'holds the solution Other',
  ],
  [
    'a part that leads out of the folder',
    () => writeZip(withPart('customizations.xml', '<Name>bbl_/js/commands.js<', '<Name>../../../evil.js<')),
    'leads out of the solution',
  ],
  [
    'a part that is missing',
    () => writeZip(new Map([...parts].filter(([name]) => !name.startsWith('WebResources/bbl_jsforms')))),
    'is missing',
  ],
])('%s is refused with what is wrong, and nothing is written', (_name, zip, problem) => {
  expect(() => unpack(zip())).toThrow(PackageError);
  expect(() => unpack(zip())).toThrow(problem);
  const after = readSolutionFolder(join(folder, 'solution'));
  for (const [path, bytes] of readSolutionFolder(SOLUTION)) {
    expect([path, Buffer.compare(bytes, after.get(path) ?? new Uint8Array())]).toEqual([path, 0]);
  }
  expect(readSolutionFolder(folder).size).toBe(after.size + 1);
});

test('a package that is not there says how to name one', () => {
  expect(() => unpackInto(SOLUTION, join(folder, 'none.zip'))).toThrow('npm run unpack -- <package.zip>');
});
