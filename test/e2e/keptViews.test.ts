import { openApp, type App } from '../src/app';
import { useStage } from '../src/stage';

/** What a person chose in a list is there again after a row was opened, and after the page was loaded anew. */
jest.setTimeout(180_000);
const stage = useStage();
let app: App;
let contractId: string;
beforeAll(async () => {
  const { produce } = stage.host;
  const contract = await produce.contract({ name: 'Bridge', percents: [50, 30, 20] });
  contractId = contract.id;
  const line = await produce.fixedPriceLine(contract, { amount: 600 });
  await produce.milestone(line, { name: 'Alpha', date: '2026-01-10', amount: 300 });
  await produce.milestone(line, { name: 'Beta', date: '2026-02-10', amount: 300 });
  const yen = await produce.contract({ name: 'Tower', currency: 'JPY' });
  await produce.milestone(await produce.fixedPriceLine(yen, { amount: 500 }), { name: 'Alpine', amount: 500 });
});
afterEach(() => app.close());

/** Sets the filter of a text column through its header. */
async function filterText(heading: string, text: string): Promise<void> {
  await header(heading).getByRole('button').click();
  const dialog = app.page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(text);
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await dialog.waitFor({ state: 'detached' });
}

const header = (heading: string) => app.page.getByRole('columnheader').filter({ hasText: heading }).first();
const rows = (text: string) => app.page.getByRole('treegrid').getByRole('row').filter({ hasText: text });

async function groupBy(label: string): Promise<void> {
  await app.page.getByRole('combobox', { name: 'Group by' }).selectOption({ label });
}

/** Grouped by contract, the names filtered by "Alp", sorted by amount: three rows of Bridge, one of Tower, two hidden. */
async function expectKept(): Promise<void> {
  await app.notice('4 of 7 rows, 3 hidden worth $300.00').waitFor();
  await rows('Bridge (3)').getByText('$300.00').first().waitFor();
  await rows('Tower (1)').getByText('¥500').first().waitFor();
  expect(await rows('Beta').count()).toBe(0);
  expect(await header('Line Amount').getAttribute('aria-sort')).toBe('ascending');
  await app.page.getByRole('button', { name: 'Sort and filter Milestone Name (filtered)' }).waitFor();
}

test('grouping, filter and sorting of a list survive Back and a reload, and can be cleared', async () => {
  app = await openApp(stage);
  await app.play('kept list', async () => {
    await app.openEntry('Fixed Price Milestones');
    await header('Line Amount').click();
    await filterText('Milestone Name', 'Alp');
    await groupBy('Contract');
    await expectKept();

    await rows('Alpine').getByText('Alpine').click();
    await app.notice('- Saved').waitFor();
    await app.page.goBack();
    await expectKept();

    await app.page.reload();
    await expectKept();

    await app.page.getByRole('button', { name: 'Clear filters' }).click();
    await rows('Bridge (6)').waitFor();
    await app.page.reload();
    await rows('Bridge (6)').waitFor();
    expect(await app.page.getByRole('button', { name: 'Clear filters' }).count()).toBe(0);
  });
});

test('a keyword survives Back and a reload, names what it finds and is widened to find text anywhere', async () => {
  app = await openApp(stage);
  await app.play('kept keyword', async () => {
    await app.openEntry('Fixed Price Milestones');
    await app.page.getByRole('searchbox').fill('lpi');
    await app.page.keyboard.press('Enter');
    await app.notice(/^No .* begins with “lpi”/).waitFor();
    await app.page.getByRole('button', { name: 'Find it anywhere (*lpi)' }).click();
    await app.notice(/^Only .* contains “lpi”/).waitFor();
    await app.page.getByText('Alpine').first().click();
    await app.notice('- Saved').waitFor();
    await app.page.goBack();
    await app.notice(/^Only .* contains “lpi”/).waitFor();
    await app.page.reload();
    await app.notice('1 - 1 of 1').waitFor();
    expect(await app.page.getByRole('searchbox').inputValue()).toBe('*lpi');
  });
});

test('a sub-grid keeps its own for its row, apart from the list of the same view', async () => {
  app = await openApp(stage);
  await app.play('kept sub-grid', async () => {
    const openMilestones = async (): Promise<void> => {
      await app.page.getByRole('tab', { name: 'Milestones' }).click();
      await app.notice('Milestones by customer').first().waitFor();
    };
    await app.page.goto(
      `${stage.host.url}/main.aspx?appname=bbl_billing&pagetype=entityrecord&etn=bbl_contract&id=${contractId}`,
    );
    await openMilestones();
    await groupBy('Customer');
    await rows('Account').first().waitFor();
    await app.openEntry('Fixed Price Milestones');
    expect(await app.page.getByRole('treegrid').count()).toBe(0);
    await app.page.goBack();
    await openMilestones();
    await rows('Account').first().waitFor();
  });
});

test('the app’s own lists keep their filters too', async () => {
  app = await openApp(stage);
  await app.play('kept contracts', async () => {
    await app.openEntry('Project Contracts');
    await header('Name').click();
    await app.page.getByRole('menuitem', { name: 'Filter by…' }).click();
    await app.page.getByRole('dialog').getByRole('textbox').fill('ower');
    await app.page.keyboard.press('Enter');
    await app.notice('1 - 1 of 1').waitFor();
    await app.page.getByText('Tower').first().click();
    await app.notice('- Saved').waitFor();
    await app.page.goBack();
    await app.notice('1 - 1 of 1').waitFor();
    await app.page.reload();
    await app.notice('1 - 1 of 1').waitFor();
    expect(await app.rowCount('Bridge')).toBe(0);
  });
});

test('a split stands in the group of its milestone and shows the milestone’s status', async () => {
  app = await openApp(stage);
  await app.play('group by milestone', async () => {
    await app.openEntry('Fixed Price Milestones');
    await groupBy('Milestone');
    await rows('Beta (3)').getByText('$300.00').first().waitFor();
    expect(await header('Header Status').count()).toBe(1);
    expect(await rows('Not started').count()).toBe(7);
  });
});
