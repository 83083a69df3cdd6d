import { join } from 'node:path';
import { readSolution } from '@bbl/dataverse/solution';
import { ROOT } from '../shared/root';
import { readSolutionFolder } from '../shared/solutionFolder';
import { currentLock, type Lock } from './lock';
import { type Check, type LintSubject, lintSubject } from './subject';
import type { Surface } from './surfaceTypes';

/** A small solution without findings lies in `fixture/`; a test breaks one text of it and looks at what a check finds. */
const FOLDER = join(ROOT, 'tools', 'src', 'lint-solution', 'fixture');

/** Scripts of the fixture; here, since they are no code of this repository. */
const SCRIPTS = {
  'WebResources/bbl_/js/commands.js':
    'window.Bbl = { Commands: { markReady: () => Xrm.App, canMarkReady: () => true } };',
  'Controls/bbl_Bbl.BacklogGrid/bundle.js': 'window.Bbl = { ...window.Bbl, BacklogGrid: function () {} };',
  'WebResources/bbl_/js/forms.js': 'window.Bbl = { ...window.Bbl, Forms: { onLoadOrder: () => Xrm.App } };',
};

type Texts = ReadonlyMap<string, string>;

const CLEAN: Texts = new Map([
  ...[...readSolutionFolder(FOLDER)].map(([path, content]): [string, string] => [
    path,
    Buffer.from(content).toString(),
  ]),
  ...Object.entries(SCRIPTS),
]);

const SYSTEM = readSolution(readSolutionFolder(join(ROOT, 'host', 'system')));

export const FIXTURE_SURFACE: Surface = {
  choices: { bbl_billingstatus: ['Not ready to invoice', 'Ready to invoice'] },
  tables: {
    bbl_orderline: {
      set: 'bbl_orderlines',
      ownership: 'user',
      columns: {
        bbl_orderid: 'lookup bbl_order',
        bbl_amount: 'money',
        bbl_total: 'S money',
        bbl_billingstatus: 'S choice bbl_billingstatus',
      },
      keys: [['bbl_orderid', 'bbl_name']],
    },
  },
  views: { 'Order Backlog': 'bbl_orderline' },
  customApis: {
    bbl_SetStatus: { request: { Ids: 'StringArray', Reason: 'String optional' }, response: { Results: 'String' } },
  },
  roles: ['Billing Backlog Reader'],
  columnSecurityProfiles: ['Billing Backlog status readers'],
  environmentVariables: { bbl_StatusAfterRelease: 'string ready' },
  controls: ['bbl_Bbl.BacklogGrid'],
  app: { uniqueName: 'bbl_billing', siteMap: ['Sales / Billing / Orders'] },
  deactivatableTables: ['bbl_calendar'],
  tablesByAddress: ['bbl_calendar'],
  unsecuredServerColumns: [],
  postponed: [],
};

const HANDLERS = ['bbl_orderline/create.10', 'bbl_orderline/update.10', 'bbl_orderline/delete.10', 'api/bbl_SetStatus'];

const filesOf = (texts: Texts) => new Map([...texts].map(([path, text]) => [path, Buffer.from(text)]));

const CLEAN_LOCK: Lock = currentLock(
  lintSubject(filesOf(CLEAN), { system: SYSTEM, surface: FIXTURE_SURFACE, handlers: HANDLERS, lock: {} }),
);

export interface Change {
  /** Path of the file, or the text that one file of a folder holds: `['Entities/bbl_Order/SavedQueries', 'Active Orders']`. */
  readonly file: string | readonly [string, string];
  readonly from?: string | RegExp;
  /** New text; without `from` the whole file. `undefined` takes the file out. */
  readonly to?: string;
}

export type Given = Partial<Pick<LintSubject, 'handlers' | 'lock' | 'surface'>>;

/** The fixture with changes. The lock is that of the unchanged fixture unless given. */
export function subjectWith(changes: readonly Change[], given: Given = {}): LintSubject {
  const texts = new Map(CLEAN);
  for (const change of changes) apply(texts, change);
  const all = { system: SYSTEM, surface: FIXTURE_SURFACE, handlers: HANDLERS, ...given };
  return lintSubject(filesOf(texts), { ...all, lock: given.lock ?? CLEAN_LOCK });
}

function apply(texts: Map<string, string>, { file, from, to }: Change): void {
  const path = typeof file === 'string' ? file : pathHolding(texts, file);
  if (from === undefined) {
    if (to === undefined) texts.delete(path);
    else texts.set(path, to);
    return;
  }
  const text = texts.get(path) ?? '';
  const changed = text.replace(from, to ?? '');
  if (changed === text) throw new Error(`${path} does not hold ${String(from)}`);
  texts.set(path, changed);
}

function pathHolding(texts: Texts, [folder, part]: readonly [string, string]): string {
  const found = [...texts].find(([path, text]) => path.startsWith(folder) && text.includes(part));
  if (!found) throw new Error(`No file in ${folder} holds ${part}`);
  return found[0];
}

export interface Case {
  readonly name: string;
  readonly changes: readonly Change[];
  readonly given?: Given;
  /** Rule and problem of every finding, in order. */
  readonly finds: readonly (readonly [string, string])[];
}

/** Tests of a check: nothing on the clean fixture, and exactly the expected findings on each broken one. */
export function describeCheck(check: Check, cases: readonly Case[]): void {
  test('The clean solution has no findings', () => {
    expect(check(subjectWith([]))).toEqual([]);
  });
  test.each(cases)('$name', ({ changes, given, finds }) => {
    const found = check(subjectWith(changes, given));
    expect(found.map(({ rule, problem }) => [rule, problem])).toEqual(finds);
    expect(found.every(({ remedy }) => remedy.length > 0)).toBe(true);
  });
}
