import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSolution } from '@bbl/dataverse/solution';
import { scaffold } from './scaffold';

const SOLUTION = join(__dirname, '../../../solution');
/** Views, forms and scripts of the real tables take time to copy and are not written here. */
const NOT_NEEDED = /[\\/](SavedQueries|FormXml|RibbonDiff\.xml|WebResources|Controls|SdkMessageProcessingSteps)$/;
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'scaffold-'));
  cpSync(SOLUTION, root, { recursive: true, filter: (path) => !NOT_NEEDED.test(path) });
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const contents = () =>
  new Map(filesOf(root).map((file) => [file.slice(root.length + 1).replaceAll('\\', '/'), readFileSync(file)]));
/** Compared as texts: jest takes seconds for as many buffers. */
const texts = () => new Map([...contents()].map(([path, bytes]) => [path, bytes.toString()]));
const model = () => readSolution(contents());
const run = (...words: readonly string[]) => {
  scaffold(words, root);
};
const addWidget = () => {
  run('table', '--schema', 'bbl_Widget', '--display', 'Widget', '--plural', 'Widgets', '--guard');
};

test('a new table is read with its columns, views, form, steps and place in the app', () => {
  addWidget();
  run('column', '--table', 'bbl_Widget', '--schema', 'bbl_Cost', '--display', 'Cost', '--kind', 'money', '--secured');
  run(
    'column',
    '--table',
    'bbl_Widget',
    '--schema',
    'bbl_Status',
    '--display',
    'Status',
    '--kind',
    'choice',
    '--choice',
    'bbl_billingstatus',
  );
  run(
    'lookup',
    '--table',
    'bbl_Widget',
    '--schema',
    'bbl_InvoiceId',
    '--display',
    'Invoice',
    '--target',
    'bbl_Invoice',
  );
  run('key', '--table', 'bbl_Widget', '--schema', 'bbl_NameKey', '--display', 'Name', '--columns', 'bbl_name');
  run(
    'field',
    '--table',
    'bbl_Widget',
    '--form',
    'Widget',
    '--section',
    'general',
    '--column',
    'bbl_cost',
    '--disabled',
  );

  const solution = model();

  const table = solution.tables.find(({ name }) => name === 'bbl_widget');
  expect(table).toMatchObject({ setName: 'bbl_widgets', ownership: 'user', primaryName: 'bbl_name' });
  expect(table?.keys).toEqual([{ name: 'bbl_namekey', columns: ['bbl_name'] }]);
  const columns = new Map(table?.columns.map((column) => [column.name, column]));
  expect(columns.get('bbl_cost_base')?.baseOf).toBe('bbl_cost');
  expect(columns.get('bbl_status')?.choiceName).toBe('bbl_billingstatus');
  expect(columns.get('bbl_invoiceid')?.targets).toEqual(['bbl_invoice']);
  expect(columns.has('transactioncurrencyid')).toBe(true);
  expect(solution.views.filter((view) => view.table === 'bbl_widget')).toHaveLength(6);
  expect(solution.steps.filter((step) => step.table === 'bbl_widget').map((step) => step.message)).toHaveLength(2);
  expect(solution.apps[0]?.tables).toContain('bbl_widget');
  const [form] = solution.forms.filter((each) => each.table === 'bbl_widget');
  expect(form?.tabs[0]?.columns[0]?.sections[0]?.rows.flat().map((cell) => cell.control?.column)).toEqual([
    'bbl_name',
    'bbl_cost',
  ]);
  const [profile] = solution.columnSecurityProfiles;
  expect(profile?.permissions).toContainEqual({
    table: 'bbl_widget',
    column: 'bbl_cost',
    canRead: true,
    canCreate: false,
    canUpdate: false,
  });
});

test('writing the same component again changes nothing', () => {
  addWidget();
  const once = texts();

  addWidget();

  expect(texts()).toEqual(once);
});

test('a table that is written again keeps its columns', () => {
  addWidget();
  run('column', '--table', 'bbl_Widget', '--schema', 'bbl_Size', '--display', 'Size', '--kind', 'text');

  run('table', '--schema', 'bbl_Widget', '--display', 'Gadget', '--plural', 'Gadgets');

  const table = model().tables.find(({ name }) => name === 'bbl_widget');
  expect(table?.displayName).toBe('Gadget');
  expect(table?.columns.map((column) => column.name)).toContain('bbl_size');
});

test('a step whose handler is gone can be taken back', () => {
  const before = texts();
  const registration = ['--table', 'bbl_project', '--message', 'Delete', '--stage', '10'];
  run('step', ...registration);
  expect(model().steps.map((step) => step.table)).toEqual(['bbl_project']);

  run('remove-step', ...registration);

  expect(texts()).toEqual(before);
});

test('a custom API is read with the types of its members', () => {
  run(
    'custom-api',
    '--name',
    'bbl_Count',
    '--display',
    'Count',
    '--description',
    'Counts.',
    '--param',
    'Ids:StringArray?',
    '--response',
    'Rows:Integer',
  );

  const api = model().customApis.find(({ uniqueName }) => uniqueName === 'bbl_Count');

  expect(api?.parameters).toEqual([{ name: 'Ids', type: 'StringArray', isOptional: true }]);
  expect(api?.responses).toEqual([{ name: 'Rows', type: 'Integer' }]);
});

test('an option that the command does not know is refused and nothing is written', () => {
  const before = texts();
  const misspelt = ['choice', '--name', 'bbl_size', '--display', 'Size', '--option', 'Small', '--descripton', 'x'];

  expect(() => {
    run(...misspelt);
  }).toThrow('--descripton is no option of this command.');
  expect(texts()).toEqual(before);
});

/** Words of a command line; what stands in quotes is one word. */
const wordsOf = (line: string) =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

test.each([
  ['column --table bbl_Nothing --schema bbl_X --display X --kind text', 'The solution has no table bbl_Nothing.'],
  ['lookup --table bbl_Nothing --schema bbl_XId --display X --target Account', 'has no table bbl_Nothing.'],
  ['lookup --table bbl_Invoice --schema bbl_XId --display X --target bbl_Nothing', 'has no table bbl_Nothing.'],
  ['key --table bbl_Nothing --schema bbl_XKey --display X --columns bbl_name', 'has no table bbl_Nothing.'],
  ['view --table bbl_Nothing --name All --columns bbl_name', 'has no table bbl_Nothing.'],
  ['step --table bbl_nothing --message Create --stage 10', 'has no table bbl_nothing.'],
  ['role-privilege --role Nobody --table bbl_Invoice --privileges Read --level Basic', 'has no role "Nobody".'],
  ['column --table bbl_Invoice --schema bbl_X --display X --kind choice --choice bbl_x', 'has no choice bbl_x.'],
  ['field --table bbl_Invoice --form Nothing --section a --column bbl_name', 'has no main form "Nothing".'],
  ['site-map-entry --group nowhere --table bbl_Invoice --title I --icon x.svg', 'No site map has a group nowhere.'],
  ['view-column --table bbl_Invoice --view Nothing --column bbl_name', 'has no view "Nothing".'],
  ['column --table bbl_Invoice --schema total --display Total --kind money', '"total" is no schema name'],
  ['choice --name size --display Size --option Small', '"size" is no name of a choice'],
  ['custom-api --name count --display Count --description x', '"count" is no schema name'],
  ['environment-variable --schema x --display X --description x --type yesNo --default no', '"x" is no schema name'],
  [
    'column --table bbl_Project --schema bbl_X --display X --kind text --server-managed',
    'bbl_Project has no guard. Write it first',
  ],
])('what a command refers to has to exist: %s', (line, sentence) => {
  const before = texts();

  expect(() => {
    run(...wordsOf(line));
  }).toThrow(sentence);
  expect(texts()).toEqual(before);
});

test('a table may be named in any case', () => {
  run(...wordsOf('column --table bbl_milestonesplit --schema bbl_Size --display Size --kind text'));

  const table = model().tables.find(({ name }) => name === 'bbl_milestonesplit');
  expect(table?.columns.map((column) => column.name)).toContain('bbl_size');
});

test('a server-managed column is in the filter of the guard, which a table written again keeps', () => {
  addWidget();
  run(...wordsOf('column --table bbl_Widget --schema bbl_Cost --display Cost --kind money --server-managed'));
  run(...wordsOf('lookup --table bbl_Widget --schema bbl_InvoiceId --display I --target bbl_Invoice --server-managed'));
  addWidget();

  const solution = model();

  const guard = solution.steps.find((step) => step.table === 'bbl_widget' && step.message === 'Update');
  expect(guard?.filteringColumns).toEqual(['bbl_cost', 'bbl_invoiceid', 'statecode', 'statuscode']);
  const permissions = solution.columnSecurityProfiles[0]?.permissions ?? [];
  const secured = permissions.filter(({ table }) => table === 'bbl_widget').map(({ column }) => column);
  expect(secured).toEqual(['bbl_cost']);
});

test('a column that people write is judged where the table has rules for its updates, once', () => {
  addWidget();
  run(...wordsOf('step --table bbl_Widget --message Update --stage 20 --filter bbl_name --pre bbl_name'));
  const column = wordsOf('column --table bbl_Widget --schema bbl_Size --display Size --kind text');
  run(...column);
  run(...column);

  const step = model().steps.find(({ table, stage }) => table === 'bbl_widget' && stage === 20);
  expect(step?.filteringColumns).toEqual(['bbl_name', 'bbl_size']);
  expect(step?.images).toHaveLength(1);
});

test('a table gets one entry in the site map', () => {
  addWidget();
  const entry = wordsOf('site-map-entry --group group_contracts --table bbl_widget --title Widgets --icon bbl_/x.svg');
  run(...entry);
  run(...entry);

  const groups = model().apps[0]?.areas.flatMap((area) => area.groups) ?? [];
  const entries = groups.flatMap((group) => group.subAreas).filter(({ table }) => table === 'bbl_widget');
  expect(entries).toEqual([expect.objectContaining({ title: 'Widgets' })]);
});

test('a column joins a view that is there, once', () => {
  addWidget();
  run(...wordsOf('view --table bbl_Widget --name Mine --columns bbl_name:220 --link i=bbl_invoice:bbl_invoiceid'));
  for (const column of ['createdon:80', 'i.bbl_number', 'createdon:100']) {
    run(...wordsOf(`view-column --table bbl_Widget --view Mine --column ${column}`));
  }

  const view = model().views.find(({ name }) => name === 'Mine');

  expect(view?.columns).toEqual([
    expect.objectContaining({ name: 'bbl_name', widthPx: 220 }),
    expect.objectContaining({ name: 'createdon', widthPx: 100 }),
    expect.objectContaining({ name: 'i.bbl_number', widthPx: 120 }),
  ]);
});

test('the recipes of CONTRIBUTING.md can be followed as they stand', () => {
  cpSync(join(SOLUTION, 'Entities'), join(root, 'Entities'), { recursive: true });
  const text = readFileSync(join(SOLUTION, '../CONTRIBUTING.md'), 'utf8');
  const recipes = [...text.matchAll(/npm run scaffold -- ([^`\n]+)/g)].map(([, line = '']) => line);
  expect(recipes.length).toBeGreaterThan(10);

  for (const line of recipes) run(...wordsOf(line));

  const solution = model();
  expect(solution.tables.map(({ name }) => name)).toContain('bbl_dispute');
  expect(solution.customApis.map(({ uniqueName }) => uniqueName)).toContain('bbl_CloseDisputes');
});
