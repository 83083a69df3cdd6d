import { join } from 'node:path';
import { readSolution } from '@bbl/dataverse/solution';
import { ROOT } from '../shared/root';
import { readSolutionFolder } from '../shared/solutionFolder';
import { compareReleases } from './compare';
import { type Release, releaseOf } from './components';

const model = readSolution(readSolutionFolder(join(ROOT, 'solution')));
const released = releaseOf(model);
const next = { ...model, version: '1.1.0.0' };

const component = (key: string): string => released.components[key] ?? 'missing';
const effects = (current: Release, accepted?: readonly string[]): string[] =>
  compareReleases(released, current, accepted).map(({ effect, key, problem }) => `${effect}: ${key} ${problem}`);
const changed = (changes: { readonly [key: string]: string | undefined }): Release => ({
  version: '1.1.0.0',
  components: Object.fromEntries(
    Object.entries({ ...released.components, ...changes }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  ),
});

test('the same solution has nothing to delete or to refuse', () => {
  expect(effects(released)).toEqual([]);
  expect(effects(releaseOf(next))).toEqual([]);
});

test('the list holds tables, columns, options, views, steps and custom APIs with their parameters', () => {
  expect(component('table bbl_milestone')).toBe('user');
  expect(component('column bbl_milestone.bbl_amount')).toBe('money');
  expect(component('column bbl_milestone.bbl_contractlineid')).toBe('lookup, bbl_contractline');
  expect(component('column bbl_contractcustomer.bbl_billingsplit')).toBe('decimal, decimals 4');
  expect(component('option bbl_billingstatus.482100001')).toBe('');
  expect(component('parameter bbl_SetBillingStatus.Ids')).toBe('StringArray, optional');
  expect(Object.values(released.components)).toContain('bbl_milestone/Update.20');
  expect(Object.values(released.components)).toContain('bbl_milestonesplit: Fixed Price Milestones');
});

test('what was added needs no word', () => {
  expect(effects(changed({ 'column bbl_project.bbl_region': 'string, length 100' }))).toEqual([]);
});

test('what is gone is deleted by the upgrade, unless that is accepted', () => {
  const gone = 'column bbl_milestone.bbl_description';
  expect(effects(changed({ [gone]: undefined }))).toEqual([`deletes: ${gone} is gone (${component(gone)})`]);
  expect(effects(changed({ [gone]: undefined }), [gone])).toEqual([]);
});

test.each([
  ['column bbl_milestone.bbl_amount', 'decimal, decimals 2', 'was money and is decimal, decimals 2'],
  [
    'column bbl_contractcustomer.bbl_billingsplit',
    'decimal, decimals 2',
    'was decimal, decimals 4 and is decimal, decimals 2',
  ],
  ['parameter bbl_SetBillingStatus.Ids', 'String, optional', 'was StringArray, optional and is String, optional'],
  ['custom API bbl_SetBillingStatus', 'function global', 'was action global and is function global'],
  ['table bbl_milestone', 'organization', 'was user and is organization'],
])('%s cannot become %s', (key, fixed, problem) => {
  expect(effects(changed({ [key]: fixed }))).toEqual([`refused: ${key} ${problem}`]);
});

test('wider bounds and other names of views, forms and roles are free', () => {
  const [view] = Object.entries(released.components).find(
    ([, name]) => name === 'bbl_milestonesplit: Fixed Price Milestones',
  ) ?? [''];
  expect(
    effects(changed({ 'column bbl_contractcustomer.bbl_billingsplit': 'decimal, decimals 6', [view]: 'renamed' })),
  ).toEqual([]);
});

test('an option value and a part of a custom API cannot be taken back', () => {
  const option = 'option bbl_billingstatus.482100001';
  expect(effects(changed({ [option]: undefined }), [option])).toEqual([`refused: ${option} is gone`]);
  const parameter = 'parameter bbl_SetBillingStatus.Reason';
  expect(effects(changed({ [parameter]: undefined }))).toEqual([`refused: ${parameter} is gone (String, optional)`]);
});

test('a new parameter of a released custom API is optional', () => {
  const key = 'parameter bbl_SetBillingStatus.Strict';
  expect(effects(changed({ [key]: 'Boolean, optional' }))).toEqual([]);
  expect(effects(changed({ [key]: 'Boolean' }))).toEqual([
    `refused: ${key} is new and required: callers do not send it`,
  ]);
});

test('a change needs a higher version', () => {
  const key = 'column bbl_project.bbl_region';
  const same = { ...changed({ [key]: 'string' }), version: released.version };
  expect(effects(same)).toEqual([
    `refused: version is still ${released.version}, but the components are not those of that release`,
  ]);
  expect(effects({ ...released, version: '0.9.0.0' })).toEqual([
    `refused: version is 0.9.0.0, lower than the released ${released.version}`,
  ]);
});
