import { openApp, type App } from '../src/app';
import { SCENARIOS, type Scenario, type ScenarioEvent } from '../src/scenarios';
import { useStage } from '../src/stage';

/** domain.md 3.12 as a billing clerk plays it: list, command bar, dialogs, real rules, every cell after every event. */
jest.setTimeout(180_000);
const stage = useStage();

const NAME = 'Design';

async function play(app: App, event: ScenarioEvent): Promise<void> {
  switch (event) {
    case 'created':
      return;
    case 'ready':
      await app.openEntry('Fixed Price Milestones');
      await app.selectAll();
      await app.command('Ready to invoice');
      await app.notice(/changed to Ready to invoice\./).waitFor();
      return;
    case 'draft':
      await app.openEntry('Fixed Price Milestones');
      await app.selectAll();
      await app.createInvoice();
      await app.notice(/draft invoices? (was|were) created\./).waitFor();
      return;
    case 'confirmOne':
      await confirm(app, 1);
      return;
    case 'confirmAll':
      await confirm(app, 'all');
      return;
    case 'allInvoiced':
      throw new Error('Progress-based milestones are played on their form');
  }
}

async function confirm(app: App, count: 1 | 'all'): Promise<void> {
  await app.openEntry('Invoices');
  const drafts = count === 1 ? 1 : await app.rowCount('Draft');
  await app.selectRows(...Array.from({ length: drafts }, () => 'Draft'));
  await app.command('Confirm');
  await app.answerDialog('Confirm');
  await app.notice(drafts === 1 ? 'The invoice was confirmed.' : `${drafts} invoices were confirmed.`).waitFor();
}

async function statusesOnScreen(app: App, splits: number) {
  await app.openEntry('Fixed Price Milestones');
  const rows = await app.column(NAME, 'Invoice Status');
  expect(rows).toHaveLength(splits);
  const [headerStatus] = await app.column(NAME, 'Header Status');
  return { headerStatus, splitStatuses: [...new Set(rows)].sort() };
}

const completed = SCENARIOS.filter((scenario) => !scenario.isProgressBased);

test.each(completed.map((scenario) => [scenario.name, scenario] as const))(
  '3.12 in the app: %s',
  async (_name, scenario: Scenario) => {
    await stage.host.api.host('POST', 'reset', { seed: 'none' });
    const contract = await stage.host.produce.contract({ percents: scenario.percents });
    const line = await stage.host.produce.fixedPriceLine(contract, { amount: 1000.01, tax: 80 });
    await stage.host.produce.milestone(line, { name: NAME, amount: 1000.01, tax: 80, date: '2026-01-31' });

    const app = await openApp(stage);
    await app.play(scenario.name, async () => {
      for (const row of scenario.rows) {
        await play(app, row.event);
        expect([row.title, await statusesOnScreen(app, scenario.percents.length)]).toEqual([
          row.title,
          { headerStatus: row.headerStatus, splitStatuses: [...row.splitStatuses].sort() },
        ]);
      }
    });
    await app.close();
  },
);
