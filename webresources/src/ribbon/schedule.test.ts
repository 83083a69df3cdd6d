import { percent } from '@bbl/domain';
import { BillingMethod, LineType } from '@bbl/dataverse/generated/choices';
import { fill, TEXTS } from '../texts';
import type { CommandUi } from '../ui/port';
import { distributeCommand, type SharesStore } from './evenlyDistribute';
import { isFixedPrice, scheduleCommands } from './generateMilestones';
import { rowsOf } from './rows';

/** A screen that writes down what it was asked to show. */
function screen() {
  const shown: string[] = [];
  const ui = {
    text: (key: keyof typeof TEXTS, ...args: readonly (string | number)[]) => fill(TEXTS[key], args),
    whileBusy: (_key: string, work: () => Promise<unknown>) => work(),
    notifyDone: (text: string) => shown.push(text),
    notifyWarning: (text: string) => shown.push(text),
    showFault: async (error: unknown) => void shown.push(`fault ${(error as Error).message}`),
  } as unknown as CommandUi;
  return { ui, shown };
}
const LINE = { table: 'bbl_contractline', id: 'line' };

test('5.1-4: three customers get a third each, the rounding one what is missing; unchanged ones are not written', async () => {
  const { ui, shown } = screen();
  const written = new Map<string, number>();
  const store: SharesStore = {
    isLevel: () => true,
    read: async () => [
      { id: 'a', percent: percent(1000000), isRounding: true },
      { id: 'b', percent: percent(333333), isRounding: false },
      { id: 'c', percent: percent(0), isRounding: false },
    ],
    write: async (_level, percents) => percents.forEach((value, id) => written.set(id, value)),
  };
  let refreshed = 0;
  await distributeCommand(ui, store)(LINE, { refresh: () => (refreshed += 1) });
  expect([...written]).toEqual([
    ['a', 33.3334],
    ['c', 33.3333],
  ]);
  expect([shown, refreshed]).toEqual([['The percentages were distributed evenly over 3 customers.'], 1]);
});

test('5.1-4: a refusal is shown, and nothing is said to be done', async () => {
  const { ui, shown } = screen();
  const store: SharesStore = {
    isLevel: () => true,
    read: async () => [{ id: 'a', percent: percent(0), isRounding: true }],
    write: () => Promise.reject(new Error('BBL-CON-04')),
  };
  await distributeCommand(ui, store)(LINE, { refresh: () => undefined });
  expect(shown).toEqual(['fault BBL-CON-04']);
});

test('4.3-1: the schedule commands belong to fixed price project lines', () => {
  const kind = (lineType: LineType, billingMethod: BillingMethod | null) => isFixedPrice({ lineType, billingMethod });
  expect(kind(LineType.Project, BillingMethod.FixedPrice)).toBe(true);
  expect(kind(LineType.Project, BillingMethod.TimeAndMaterial)).toBe(false);
  expect(kind(LineType.Product, null)).toBe(false);
});

test('the rows are read again after the dialog and after the quick create form, also when they fail', async () => {
  const { ui, shown } = screen();
  let refreshed = 0;
  const defaults: object[] = [];
  const commands = scheduleCommands(ui, {
    saveEdits: async () => 0,
    openGenerator: () => Promise.reject(new Error('closed')),
    openNewMilestone: async (_table, values) => void defaults.push(values),
  });
  const rows = { refresh: () => (refreshed += 1) };
  await commands.generate(LINE, rows);
  await commands.newMilestone(LINE, 'Racks', rows);
  expect([refreshed, shown]).toEqual([2, ['fault closed']]);
  expect(defaults).toEqual([
    { bbl_contractlineid: 'line', bbl_contractlineidname: 'Racks', bbl_contractlineidtype: 'bbl_contractline' },
  ]);
});

test('4.3-1: edits of the schedule are saved before others are generated; refused ones come first', async () => {
  const { ui, shown } = screen();
  const done: string[] = [];
  let unsavedCount = 1;
  const commands = scheduleCommands(ui, {
    saveEdits: async (lineId) => {
      done.push(`save ${lineId}`);
      return unsavedCount;
    },
    openGenerator: async (_page, lineId) => void done.push(`generate ${lineId}`) as undefined,
    openNewMilestone: () => Promise.resolve(),
  });
  await commands.generate(LINE, { refresh: () => undefined });
  expect([done, shown]).toEqual([['save line'], [TEXTS.ScheduleUnsaved]]);
  unsavedCount = 0;
  await commands.generate(LINE, { refresh: () => undefined });
  expect(done).toEqual(['save line', 'save line', 'generate line']);
});

test('edits of a line’s schedule are saved before rows of the line are marked or invoiced, those of no other row', async () => {
  const { ui, shown } = screen();
  const asked: string[] = [];
  const commands = scheduleCommands(ui, {
    saveEdits: async (lineId) => asked.push(lineId),
    openGenerator: () => Promise.resolve(undefined),
    openNewMilestone: () => Promise.resolve(),
  });
  expect(await commands.isSaved(undefined)).toBe(true);
  expect(await commands.isSaved({ table: 'bbl_contract', id: 'contract' })).toBe(true);
  expect([asked, shown]).toEqual([[], []]);
  expect(await commands.isSaved(LINE)).toBe(false);
  expect([asked, shown]).toEqual([['line'], [TEXTS.ScheduleUnsaved]]);
});

test('a form with unsaved changes keeps them: its sub-grids alone are read again', () => {
  const done: string[] = [];
  const form = (isDirty: boolean) => ({
    data: { refresh: () => done.push('row'), getIsDirty: () => isDirty },
    getControl: () => [{ getControlType: () => 'subgrid', refresh: () => done.push('grid') }],
    ui: { refreshRibbon: () => done.push('ribbon') },
  });
  rowsOf(form(true)).refresh();
  rowsOf(form(false)).refresh();
  expect(done).toEqual(['grid', 'ribbon', 'row', 'grid', 'ribbon']);
});
