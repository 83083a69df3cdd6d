import { type App, innerPage, openApp } from '../src/app';
import { accessibilityViolations } from '../src/axe';
import { commands } from '../src/commands';
import { useStage } from '../src/stage';

/** What the billing commands ask before they act, and what they tell afterwards. */
jest.setTimeout(180_000);
const stage = useStage();
let app: App;
afterEach(() => app.close());

/** A ready milestone of 300.00 USD on each date. */
async function readyMilestones(
  name: string,
  dates: readonly string[],
  percents: readonly number[] = [60, 40],
): Promise<readonly string[]> {
  const { produce, api } = stage.host;
  const contract = await produce.contract({ name, percents });
  const line = await produce.fixedPriceLine(contract, { amount: 300 * dates.length });
  const ids: string[] = [];
  for (const date of dates) ids.push(await produce.milestone(line, { name: `${name} ${date}`, date, amount: 300 }));
  await commands(api).ready('bbl_milestone', ids);
  return ids;
}

test('8.2-2: Create invoice shows what its date bills, and later rows stay in the backlog', async () => {
  await readyMilestones('Canal', ['2026-01-10', '2026-02-10', '2199-03-10']);
  app = await openApp(stage);
  const { page } = app;
  await app.play('create invoice', async () => {
    await app.openEntry('Fixed Price Milestones');
    await app.selectAll();
    await app.command('Create invoice');
    const dialog = page.frameLocator('iframe');
    await dialog.getByText('4 rows will be put on draft invoices:').waitFor();
    await dialog.getByRole('row', { name: /Total 600\.00 USD/ }).waitFor();
    await dialog.getByText('2 of 6 rows are dated later, up to 3/10/2199. They stay in the backlog.').waitFor();
    expect(await accessibilityViolations(innerPage(page))).toEqual([]);

    await dialog.getByLabel('Invoice date').fill('1/9/2026');
    await dialog.getByText('All rows are dated later, up to 3/10/2199.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Create', exact: true }).isDisabled()).toBe(true);
    await dialog.getByLabel('Invoice date').fill('13/13/2026');
    await dialog.getByText('Enter a date').waitFor();
    await dialog.getByLabel('Invoice date').fill('1/31/2026');
    await dialog.getByRole('row', { name: /Total 300\.00 USD/ }).waitFor();
    await dialog.getByRole('button', { name: 'Create', exact: true }).click();

    await app.notice('2 draft invoices were created. 4 rows are dated later and stay in the backlog.').waitFor();
    await page.getByRole('button', { name: 'Open invoices' }).click();
    await page.getByRole('heading', { name: 'Invoices' }).first().waitFor();
    await app.notice('1/31/2026').first().waitFor();
    expect((await app.column('Canal', 'Total Amount')).sort()).toEqual(['$120.00', '$180.00']);
  });
});

test('11.1: refused rows are told by their reason, each with its own words and a way to it', async () => {
  const [first = ''] = await readyMilestones('Dam', ['2026-01-10', '2026-02-10']);
  const sources = (await stage.host.produce.splits(first)).map(({ bbl_milestonesplitid: id }) => ({
    table: 'bbl_milestonesplit',
    id,
  }));
  await commands(stage.host.api).createInvoices({ Sources: JSON.stringify(sources) });
  app = await openApp(stage);
  const { page } = app;
  await app.play('refused rows', async () => {
    await app.openEntry('Fixed Price Milestones');
    await app.selectRows('Dam 2026-01-10', 'Dam 2026-01-10', 'Dam 2026-02-10');
    await app.command('Not ready to invoice');
    await page.getByText('2 rows were refused').waitFor();
    const dialog = page.frameLocator('iframe');
    await dialog.getByRole('heading', { name: /2 rows.*Remove it there first\..*BBL-MST-02/ }).waitFor();
    expect(await dialog.getByRole('cell', { name: /^This row is on draft INV-\d+\.$/ }).count()).toBe(2);
    expect(await accessibilityViolations(innerPage(page))).toEqual([]);

    const opened = page.context().waitForEvent('page');
    await dialog.getByRole('link', { name: 'Dam 2026-01-10' }).first().click();
    await (await opened).getByRole('heading', { name: 'Dam 2026-01-10' }).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await page.getByText('2 rows were refused').waitFor({ state: 'detached' });
  });
});

test('3.9, 8.7: Confirm names what becomes final; afterwards the form offers nothing that the server refuses', async () => {
  await readyMilestones('Weir', ['2026-01-10'], [100]);
  app = await openApp(stage);
  const { page } = app;
  await app.play('confirm', async () => {
    await app.openEntry('Fixed Price Milestones');
    await app.selectRows('Weir 2026-01-10');
    await app.createInvoice();
    await page.getByRole('button', { name: 'Open invoice' }).click();
    await page.getByRole('heading', { name: 'Weir' }).waitFor();
    await page.getByRole('combobox', { name: 'Status', exact: true }).click();
    expect(await page.getByRole('option').allInnerTexts()).toEqual(['Draft', 'In review']);
    await page.keyboard.press('Escape');

    await app.command('Confirm');
    await app.notice(/INV-\d+, Account \d+: 300\.00 USD/).waitFor();
    await app.notice('This is final').waitFor();
    await app.answerDialog('Confirm');
    await app.notice('The invoice is confirmed and cannot be changed.').waitFor();
    for (const name of ['Save', 'Delete', 'Confirm']) {
      await page.getByRole('menuitem', { name, exact: true }).waitFor({ state: 'detached' });
    }
    expect(await page.getByRole('combobox', { name: 'Status', exact: true }).count()).toBe(0);

    await page.getByRole('tab', { name: 'Details' }).click();
    await page.getByRole('gridcell', { name: 'Weir 2026-01-10' }).dblclick();
    await page.getByRole('heading', { name: 'Weir 2026-01-10' }).waitFor();
    await app.notice('The invoice is confirmed and cannot be changed.').waitFor();
    expect(await page.getByRole('textbox', { name: 'Tax', exact: true }).isEditable()).toBe(false);
  });
});
