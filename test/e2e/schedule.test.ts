import { InvoiceScheduleType } from '@bbl/dataverse/generated/choices';
import { openApp, type App } from '../src/app';
import { formPage, type FormPage } from '../src/formPage';
import { type Scenario, type ScenarioEvent, SCENARIOS } from '../src/scenarios';
import { useStage } from '../src/stage';

/** Fixed price billing as a new user meets it: a frequency, a contract with three customers, a line, a schedule. */
jest.setTimeout(180_000);
const stage = useStage();

const CUSTOMERS = ['Contoso', 'Fabrikam', 'Wingtip'];

async function openList(app: App, table: string): Promise<void> {
  await app.page.goto(`${stage.host.url}/main.aspx?appname=bbl_billing&pagetype=entitylist&etn=${table}`);
  await app.page.locator('[role="grid"][aria-busy="false"], .shell-grid').first().waitFor();
}

async function newRow(app: App, table: string): Promise<FormPage> {
  await openList(app, table);
  await app.command('New');
  await app.page.getByRole('heading', { name: /^New / }).waitFor();
  return formPage(app.page);
}

test('2.2: a frequency is set up on its form, which says what is missing and shows the dates', async () => {
  const app = await openApp(stage);
  await app.play('frequency', async () => {
    const form = await newRow(app, 'bbl_invoicefrequency');
    const preview = form.frame().locator('body');
    await preview.getByText('Choose a period').waitFor();
    await form.fill('Name', 'Mid and end of month');
    await form.choose('Period', 'Weekly');
    expect([await form.field('Days of Run').count(), await form.field('Runs per Period').count()]).toEqual([0, 0]);
    await form.choose('Period', 'Monthly');
    await form.choose('Days of Run', 'Day of period');
    await form.fill('Runs per Period', '2');
    await form.save();
    await preview.getByText('2 needed').waitFor();
    for (const day of ['15', '31']) {
      await form.quickCreate(/^New .*Detail$/, async (detail) => {
        expect(await detail.field('Weekday').count()).toBe(0);
        await detail.fill('Day of Month', day);
      });
    }
    await preview.getByText('The next 12 run dates').waitFor();
    expect(await preview.getByRole('listitem').count()).toBe(12);
    await form.fill('Runs per Period', '1');
    await preview.getByText('Too many run details: 1 needed, 2 there.').waitFor();
  });
  await app.close();
});

test('4.3, 5.1, 3.12 Scenario 4: from nothing to two invoiced rounds for three customers', async () => {
  for (const name of CUSTOMERS) await stage.host.produce.account(name);
  await stage.host.produce.project('Warehouse');
  const app = await openApp(stage);
  await app.play('from nothing', async () => {
    await makeFrequency(app);
    await makeContract(app);
    await makeLine(app);
    await generate(app);
    await openMilestone(app);
    await playScenario(app, SCENARIOS[3] as Scenario, 'Warehouse for three');
  });
  await app.close();
});

test('3.12 Scenario 3 in the app: one customer, progress entered as percentage and as completion', async () => {
  await stage.host.api.host('POST', 'reset', { seed: 'none' });
  const contract = await stage.host.produce.contract({ name: 'Progress for one' });
  const line = await stage.host.produce.fixedPriceLine(contract, { ...AMOUNTS, scheduleType: PROGRESS_BASED });
  const id = await stage.host.produce.milestone(line, { name: MILESTONE, date: '2026-02-28', ...AMOUNTS });
  const app = await openApp(stage);
  await app.play('scenario 3', async () => {
    await app.page.goto(
      `${stage.host.url}/main.aspx?appname=bbl_billing&pagetype=entityrecord&etn=bbl_milestone&id=${id}`,
    );
    await playScenario(app, SCENARIOS[2] as Scenario, 'Progress for one');
  });
  await app.close();
});

const AMOUNTS = { amount: 1000.01, tax: 80 };
const PROGRESS_BASED = InvoiceScheduleType.ProgressBased;
/** The first milestone that the frequency gives. */
const MILESTONE = '02/28/2026';

async function makeFrequency(app: App): Promise<void> {
  const form = await newRow(app, 'bbl_invoicefrequency');
  await form.fill('Name', 'Month end');
  await form.choose('Period', 'Monthly');
  await form.choose('Days of Run', 'Day of period');
  await form.save();
  await form.quickCreate(/^New .*Detail$/, (detail) => detail.fill('Day of Month', '31'));
  await form.frame().getByText('The next 12 run dates').waitFor();
}

/** A contract with three customers, a third each, as its form has it. */
async function makeContract(app: App): Promise<void> {
  const form = await newRow(app, 'bbl_contract');
  await form.fill('Name', 'Warehouse for three');
  await form.look('Customer', 'Contoso');
  await form.fill('Requested Delivery Date', '3/31/2026');
  await form.save();
  await form.openTab('Customers');
  for (const name of CUSTOMERS.slice(1)) {
    await form.quickCreate(/^New .*Customer$/, async (customer) => {
      await customer.look('Customer', name);
      await customer.fill('Billing Split (%)', '10');
    });
  }
  await app.notice('The percentages of the customers come to 120 %').waitFor();
  await app.page.getByRole('menuitem', { name: 'Evenly distribute' }).click();
  await app.notice('The percentages were distributed evenly over 3 customers.').waitFor();
  await app.notice('The percentages of the customers').waitFor({ state: 'detached' });
}

/** A progress-based line of the contract on the screen; its form says what is not scheduled yet. */
async function makeLine(app: App): Promise<void> {
  const contract = formPage(app.page);
  await contract.openTab('Lines');
  await app.page.getByRole('menuitem', { name: /^New .*Line$/ }).click();
  await app.page.getByRole('heading', { name: /^New .*Line/ }).waitFor();
  const form = formPage(app.page);
  await form.fill('Name', 'Racks');
  await form.choose('Billing Method', 'Fixed price');
  await form.choose('Invoice Schedule Type', 'Progress-based');
  await form.look('Project', 'Warehouse');
  await form.fill('Contracted Amount', '2000.03');
  await form.fill('Estimated Tax', '160');
  await form.save();
  await app.notice('2,000.03 USD missing').waitFor();
  await form.openTab('Invoice schedule');
  await form.fill('Billing Start', '2/1/2026');
  await form.look('Invoice Frequency', 'Month end');
  await form.save();
}

/** The schedule is shown with its total before it is written, and adds up afterwards. */
async function generate(app: App): Promise<void> {
  await app.page.getByRole('menuitem', { name: 'Generate periodic milestones' }).first().click();
  const dialog = app.page.frameLocator('iframe');
  await dialog.getByRole('row', { name: /Total 2,000\.03 160\.00/ }).waitFor();
  expect(await dialog.locator('tbody td:nth-child(2)').allInnerTexts()).toEqual([MILESTONE, '03/31/2026']);
  await dialog.getByRole('button', { name: 'Create 2 milestones' }).click();
  await app.notice('The schedule was generated: 2 milestones, 2 of them new.').waitFor();
  await app.notice('2,000.03 USD missing').waitFor({ state: 'detached' });
  const schedule = app.page.getByRole('treegrid', { name: 'Milestone schedule' });
  await schedule.getByText(MILESTONE).waitFor();
  await app.page.getByText('None, the schedule is complete').waitFor();
}

async function openMilestone(app: App): Promise<void> {
  await app.page.getByRole('button', { name: `Open ${MILESTONE}` }).click();
  await app.page.getByRole('heading', { name: MILESTONE }).waitFor();
}

/** Plays the events of a progress-based scenario from the form of its milestone and compares every cell. */
async function playScenario(app: App, scenario: Scenario, contract: string): Promise<void> {
  const address = app.page.url();
  for (const row of scenario.rows) {
    await play(app, row.event, contract, address);
    const statuses = await statusesOnScreen(app);
    const { nextInvoiceStatus, headerStatus, splitStatuses } = row;
    expect([row.title, statuses]).toEqual([
      row.title,
      { nextInvoiceStatus, headerStatus, splitStatuses: [...splitStatuses].sort() },
    ]);
  }
}

async function play(app: App, event: ScenarioEvent, contract: string, milestone: string): Promise<void> {
  switch (event) {
    case 'created':
      return;
    case 'ready':
      return enterPercent(app, milestone);
    case 'draft':
      return createInvoices(app, contract);
    case 'confirmOne':
      return confirm(app, 1);
    case 'confirmAll':
      return confirm(app, 'all');
    case 'allInvoiced':
      await enterCompletion(app, milestone);
      await createInvoices(app, contract);
      return confirm(app, 'all');
  }
}

/** 40 % as next invoice: the amount follows at once, and is marked together with the save. */
async function enterPercent(app: App, milestone: string): Promise<void> {
  await app.page.goto(milestone);
  const form = formPage(app.page);
  await form.fill('Next Invoice (%)', '40');
  await expectValue(form, 'Next Invoice Amount', '$400.00');
  await app.command('Ready to invoice');
  await app.notice('1 changed to Ready to invoice.').waitFor();
  await form.frame().getByText('The next invoice is Ready to invoice').waitFor();
}

/** "The work is 100 % complete" leaves exactly the remainder for the last invoice. */
async function enterCompletion(app: App, milestone: string): Promise<void> {
  await app.page.goto(milestone);
  const form = formPage(app.page);
  await form.frame().getByLabel('The work is').fill('100');
  await form.frame().getByRole('button', { name: 'Set next invoice' }).click();
  await form.frame().getByText('The next invoice is 600.01 USD').waitFor();
  await expectValue(form, 'Next Invoice Amount', '$600.01');
  await app.command('Ready to invoice');
  await app.notice('1 changed to Ready to invoice.').waitFor();
}

async function expectValue(form: FormPage, label: string, value: string): Promise<void> {
  await form
    .field(label)
    .and(form.field(label).page().locator(`[value="${value}"]`))
    .waitFor();
}

async function createInvoices(app: App, contract: string): Promise<void> {
  await app.openEntry('Project Contracts');
  await app.selectRows(contract);
  await app.createInvoice();
  await settled(app, /draft invoices? (was|were) created\./);
}

async function confirm(app: App, count: 1 | 'all'): Promise<void> {
  await app.openEntry('Invoices');
  const drafts = count === 1 ? 1 : await app.rowCount('Draft');
  await app.selectRows(...Array.from({ length: drafts }, () => 'Draft'));
  await app.command('Confirm');
  await app.answerDialog('Confirm');
  await settled(app, /invoices? (was|were) confirmed\./);
}

/** A command said that it is done; an earlier one may still be saying so, hence the wait for its requests. */
async function settled(app: App, notice: RegExp): Promise<void> {
  await app.page.waitForLoadState('networkidle');
  await app.notice(notice).last().waitFor();
}

/** What the backlog shows of the milestone. */
async function statusesOnScreen(app: App) {
  await app.openEntry('Fixed Price Milestones');
  const splitStatuses = [...new Set(await app.column(MILESTONE, 'Invoice Status'))].sort();
  const [headerStatus] = await app.column(MILESTONE, 'Header Status');
  const [nextInvoiceStatus] = await app.column(MILESTONE, 'Next Invoice Status');
  return { nextInvoiceStatus, headerStatus, splitStatuses };
}
