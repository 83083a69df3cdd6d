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
  const once = contents();

  addWidget();

  expect(contents()).toEqual(once);
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
  const before = contents();
  const registration = ['--table', 'bbl_project', '--message', 'Delete', '--stage', '10'];
  run('step', ...registration);
  expect(model().steps.map((step) => step.table)).toEqual(['bbl_project']);

  run('remove-step', ...registration);

  expect(contents()).toEqual(before);
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
  const before = contents();
  const misspelt = ['choice', '--name', 'bbl_size', '--display', 'Size', '--option', 'Small', '--descripton', 'x'];

  expect(() => {
    run(...misspelt);
  }).toThrow('--descripton is no option of this command.');
  expect(contents()).toEqual(before);
});

test('what a command refers to has to exist', () => {
  expect(() => {
    run('view', '--table', 'bbl_Nothing', '--name', 'All', '--columns', 'bbl_name');
  }).toThrow('The solution has no table bbl_Nothing.');
  expect(() => {
    run('column', '--table', 'bbl_Invoice', '--schema', 'total', '--display', 'Total', '--kind', 'money');
  }).toThrow('"total" is no schema name');
});
