import { ContractStatus } from '@bbl/dataverse/generated/choices';
import { openApp, type App } from '../src/app';
import { accessibilityViolations } from '../src/axe';
import { useStage } from '../src/stage';
import { usersByRole } from '../src/testHost';

/** The app as a model-driven one: what a person does besides the billing commands. */
jest.setTimeout(180_000);
const stage = useStage();
let app: App;
beforeAll(async () => {
  const { produce } = stage.host;
  const several = await produce.contract({ name: 'Bridge', percents: [50, 30, 20] });
  const line = await produce.fixedPriceLine(several, { amount: 900 });
  for (const [name, date] of [
    ['Alpha', '2026-01-10'],
    ['Beta', '2026-02-10'],
    ['Gamma', '2026-03-10'],
  ] as const) {
    await produce.milestone(line, { name, date, amount: 300 });
  }
});
afterEach(() => app.close());

test('quick find narrows a list and the footer counts what is left', async () => {
  app = await openApp(stage);
  await app.play('quick find', async () => {
    await app.openEntry('Fixed Price Milestones');
    expect(await app.column('', 'Milestone Name')).toHaveLength(9);
    await app.page.getByRole('searchbox').fill('Beta');
    await app.page.keyboard.press('Enter');
    await app.notice('1 - 3 of 3').waitFor();
    expect(await app.column('', 'Milestone Name')).toEqual(['Beta', 'Beta', 'Beta']);
  });
});

test('a header sorts its column, by mouse and by keyboard', async () => {
  app = await openApp(stage);
  await app.play('sorting', async () => {
    await app.openEntry('Fixed Price Milestones');
    const header = app.page.getByRole('columnheader').filter({ hasText: 'Milestone Name' });
    await header.click();
    await app.page.locator('[role="columnheader"][aria-sort="ascending"]', { hasText: 'Milestone Name' }).waitFor();
    await header.click();
    await app.page.locator('[role="columnheader"][aria-sort="descending"]', { hasText: 'Milestone Name' }).waitFor();
    await app.page.locator('[role="grid"][aria-busy="false"]').waitFor();
    expect((await app.column('', 'Milestone Name')).slice(0, 3)).toEqual(['Gamma', 'Gamma', 'Gamma']);
  });
});

test('the keyboard alone selects rows, and the selection is summed', async () => {
  app = await openApp(stage);
  await app.play('keyboard', async () => {
    await app.openEntry('Fixed Price Milestones');
    await app.selectRows('Alpha');
    await app.page.keyboard.press('Shift+ArrowDown');
    await app.page.keyboard.press('Shift+ArrowDown');
    await app.notice('(3 selected)').waitFor();
    await app.notice('$300.00').first().waitFor();
    await app.page.keyboard.press('Control+a');
    await app.notice('(9 selected)').waitFor();
  });
});

test('a contract is made on its form; a refused save keeps what was typed and shows the rule', async () => {
  app = await openApp(stage);
  await app.play('new contract', async () => {
    await app.openEntry('Project Contracts');
    await app.command('New');
    await app.page.getByRole('textbox', { name: 'Name' }).fill('Tunnel');
    await app.chooseLookup('Customer', 'Account 1');
    await app.command('Save');
    await app.notice('- Saved').waitFor();
    const [contract] = await stage.host.api.list<{ bbl_contractid: string }>(
      `bbl_contracts?$filter=bbl_name eq 'Tunnel'`,
    );
    expect(contract).toBeDefined();

    await app.page.getByRole('textbox', { name: 'Not-to-exceed Limit' }).fill('-5');
    await app.command('Save');
    await app.notice(/BBL-NTE-07/).waitFor();
    expect(await app.page.getByRole('textbox', { name: 'Not-to-exceed Limit' }).inputValue()).toContain('5');
  });
});

test('a customer that is not there yet is made from the lookup that misses it', async () => {
  app = await openApp(stage);
  await app.play('new customer', async () => {
    await app.openEntry('Project Contracts');
    await app.command('New');
    const customer = app.page.getByRole('combobox', { name: 'Customer', exact: true });
    await customer.fill('Nobody yet');
    await app.notice('No rows found.').waitFor();
    expect(await app.page.getByRole('option').allInnerTexts()).toEqual([expect.stringContaining('New Account')]);
    await customer.press('Enter');
    const panel = app.page.getByRole('dialog');
    expect(await panel.getByRole('textbox', { name: 'Account Name' }).inputValue()).toBe('Nobody yet');
    await panel.getByRole('button', { name: 'Save and Close' }).click();
    await app.page.getByRole('link', { name: 'Customer: Nobody yet' }).waitFor();
  });
});

test('3.11-3: the form of a Completed contract is read-only', async () => {
  const contract = await stage.host.produce.contract({ name: 'Done', status: ContractStatus.Confirmed });
  await stage.host.api.patch(`bbl_contracts(${contract.id})`, { bbl_contractstatus: ContractStatus.Completed });
  app = await openApp(stage);
  await app.play('completed contract', async () => {
    await app.page.goto(
      `${stage.host.url}/main.aspx?appname=bbl_billing&pagetype=entityrecord&etn=bbl_contract&id=${contract.id}`,
    );
    await app.notice(/The contract is Completed/).waitFor();
    expect(
      await app.page
        .getByRole('textbox', { name: 'Name' })
        .isEditable()
        .catch(() => false),
    ).toBe(false);
  });
});

test('9.2: a reader sees the lists and no billing command', async () => {
  const reader = (await usersByRole(stage.host.api)).get('Billing Backlog Reader');
  app = await openApp(stage, { as: reader ?? '' });
  await app.play('reader', async () => {
    await app.openEntry('Fixed Price Milestones');
    await app.selectRows('Alpha');
    await app.notice('(1 selected)').waitFor();
    expect(await app.hasCommand('Ready to invoice')).toBe(false);
    expect(await app.hasCommand('Create invoice')).toBe(false);
  });
});

test.each(['Fixed Price Milestones', 'Invoices', 'Project Contracts'])(
  '%s has no accessibility violations',
  async (entry) => {
    app = await openApp(stage);
    await app.play(`accessibility ${entry}`, async () => {
      await app.openEntry(entry);
      expect(await accessibilityViolations(app.page)).toEqual([]);
    });
  },
);

test('a form has no accessibility violations', async () => {
  app = await openApp(stage);
  await app.play('accessibility form', async () => {
    await app.openEntry('Project Contracts');
    await app.page.getByText('Bridge').first().click();
    await app.notice('- Saved').waitFor();
    expect(await accessibilityViolations(app.page)).toEqual([]);
  });
});
