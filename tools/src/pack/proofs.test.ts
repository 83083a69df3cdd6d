import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packSolution, unpackSolution } from '@bbl/dataverse/package';
import { readSolution } from '@bbl/dataverse/solution';
import { lint } from '../lint-solution/lint';
import type { Lock } from '../lint-solution/lock';
import { handlersOf } from '../lint-solution/rulesBundle';
import { lintSubject } from '../lint-solution/subject';
import { SURFACE } from '../lint-solution/surface';
import { ROOT } from '../shared/root';
import { readSolutionFolder } from '../shared/solutionFolder';
import { readZip, writeZip } from '../shared/zip';

/** Without an organisation: what the packages hold is whole and fit to be imported, not only the tree they came from. */
const files = readSolutionFolder(join(ROOT, 'solution'));
const assembly = new Uint8Array([77, 90]);
const given = {
  system: readSolution(readSolutionFolder(join(ROOT, 'host', 'system'))),
  surface: SURFACE,
  handlers: handlersOf(join(ROOT, 'build', 'plugins', 'rules.js')),
  lock: JSON.parse(readFileSync(join(ROOT, 'tools', 'src', 'lint-solution', 'ids.json'), 'utf8')) as Lock,
};
const zipped = (managed: boolean): Map<string, Uint8Array> =>
  readZip(writeZip(packSolution(files, { managed, assembly })));

test.each([
  ['managed', true],
  ['unmanaged', false],
])('the lint finds nothing in the %s package', (_name, managed) => {
  expect(lint(lintSubject(unpackSolution(zipped(managed)), given))).toEqual([]);
});

test('every file that customizations.xml names is a part, and every other part is known', () => {
  const parts = zipped(true);
  const customizations = new TextDecoder().decode(parts.get('customizations.xml'));
  const named = [...customizations.matchAll(/<FileName>\/?([^<]+)<\/FileName>/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !parts.has(name))).toEqual([]);
  const fixed = ['[Content_Types].xml', 'solution.xml', 'customizations.xml', ...named];
  const folders = /^(Controls|customapis|environmentvariabledefinitions)\//;
  expect([...parts.keys()].filter((name) => !fixed.includes(name) && !folders.test(name))).toEqual([]);
});

test('one version: solution, packages of the workspace and change log', () => {
  const version = readSolution(files).version;
  const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
  const root = JSON.parse(text('package.json')) as { version: string; workspaces: string[] };
  const versions = root.workspaces.map(
    (folder) => (JSON.parse(text(join(folder, 'package.json'))) as typeof root).version,
  );
  expect([...new Set([root.version, ...versions])]).toEqual([version.split('.').slice(0, 3).join('.')]);
  expect(text('CHANGELOG.md')).toContain(root.version);
});
