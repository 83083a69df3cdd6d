import { InvoiceScheduleType } from '@bbl/dataverse/generated/choices';
import type { Locator } from 'playwright-core';
import { type App, innerPage, openApp } from '../src/app';
import { accessibilityViolations } from '../src/axe';
import { formPage } from '../src/formPage';
import { useStage } from '../src/stage';

/** The milestone schedule on the contract line's form: edited with mouse and keyboard, saved against the real rules. */
jest.setTimeout(180_000);
const stage = useStage({ now: '2026-02-10T08:00:00Z' });

interface Opened {
  readonly app: App;
  readonly lineId: string;
  readonly row: (name: string) => Locator;
  readonly cell: (name: string, column: number) => Locator;
  /** Types over what a cell holds. */
  readonly enter: (name: string, column: number, text: string) => Promise<void>;
}

const DATE = 3;
const AMOUNT = 4;
const TAX = 5;

/** A line of 1,000 with three milestones of 300, 300 and 400. */
async function openSchedule(percents: readonly number[] = [100]): Promise<Opened> {
  await stage.host.api.host('POST', 'reset', { seed: 'none' });
  await stage.host.api.host('PUT', 'clock', { now: '2026-02-10T08:00:00Z' });
  const contract = await stage.host.produce.contract({ percents });
  const lineId = await stage.host.produce.fixedPriceLine(contract, { amount: 1000, tax: 80 });
  await stage.host.produce.milestone(lineId, { name: 'Design', date: '2026-01-31', amount: 300, tax: 24 });
  await stage.host.produce.milestone(lineId, { name: 'Build', date: '2026-02-28', amount: 300, tax: 24 });
  await stage.host.produce.milestone(lineId, { name: 'Handover', date: '2026-03-31', amount: 400, tax: 32 });
  const app = await openApp(stage);
  await app.page.goto(
    `${stage.host.url}/main.aspx?appname=bbl_billing&pagetype=entityrecord&etn=bbl_contractline&id=${lineId}`,
  );
  await formPage(app.page).openTab('Invoice schedule');
  const grid = app.page.getByRole('treegrid', { name: 'Milestone schedule' });
  await grid.getByText('Handover').waitFor();
  const row = (name: string) => grid.getByRole('row').filter({ hasText: name });
  const cell = (name: string, column: number) => row(name).locator(`[role="gridcell"][aria-colindex="${column}"]`);
  const enter = async (name: string, column: number, text: string) => {
    await cell(name, column).click();
    await app.page.keyboard.type(text);
    await app.page.keyboard.press('Enter');
  };
  return { app, lineId, row, cell, enter };
}

const storedMilestones = async (lineId: string): Promise<string[]> => {
  const rows = await stage.host.api.list<{ bbl_name: string; bbl_date: string; bbl_amount: number }>(
    `bbl_milestones?$select=bbl_name,bbl_date,bbl_amount&$filter=_bbl_contractlineid_value eq ${lineId}&$orderby=bbl_date,bbl_name`,
  );
  return rows.map(({ bbl_name, bbl_date, bbl_amount }) => `${bbl_date} ${bbl_name} ${bbl_amount}`);
};

test('4.4: rows are edited, moved, added and deleted, and the total says what is missing until it agrees', async () => {
  const { app, lineId, cell, enter } = await openSchedule();
  const { page } = app;
  await app.play('edit a schedule', async () => {
    await enter('Design', AMOUNT, '250');
    await page.getByText('$50.00 missing').waitFor();
    await page.keyboard.press('Alt+ArrowRight');
    await page.keyboard.press('Alt+Shift+ArrowRight');
    expect(await cell('Design', DATE).innerText()).toBe('2/8/2026');

    await page.keyboard.press('Insert');
    await page.keyboard.type('Survey');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    expect(await cell('Survey', AMOUNT).innerText()).toBe('$50.00');
    await page.getByText('None, the schedule is complete').waitFor();

    await cell('Build', DATE).press('Delete');
    await app.answerDialog('Delete');
    await page.getByText('$300.00 missing').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('None, the schedule is complete').waitFor();
    await page.getByRole('button', { name: 'Save (2)' }).click();
    await page.getByText('Changes saved: 2.').waitFor();
  });
  expect(await storedMilestones(lineId)).toEqual([
    '2026-02-08 Design 250',
    '2026-02-28 Build 300',
    '2026-03-31 Handover 400',
    '2026-03-31 Survey 50',
  ]);
  await app.close();
});

test('BBL-MST-06: a refused edit stays with its row and the server’s sentence, and can be taken back', async () => {
  const { app, lineId, cell, row, enter } = await openSchedule();
  const { page } = app;
  await app.play('refused edit', async () => {
    await enter('Design', AMOUNT, '0');
    await page.keyboard.press('Control+Enter');
    await page.getByText('BBL-MST-06: A milestone without an amount cannot carry tax.').waitFor();
    expect(await cell('Design', AMOUNT).innerText()).toBe('$0.00');
    await enter('Design', TAX, '0');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Changes saved: 1.').waitFor();
    await row('Design').getByText('$0.00').first().waitFor();
  });
  expect((await storedMilestones(lineId))[0]).toBe('2026-01-31 Design 0');
  await app.close();
});

test('2.5-3: what is edited is saved before rows are marked; while an edit is refused nothing is marked', async () => {
  const { app, lineId, row, enter } = await openSchedule();
  const { page } = app;
  await app.play('mark an edited schedule', async () => {
    await enter('Design', AMOUNT, '250');
    await row('Design').getByRole('checkbox').click();
    await app.command('Ready to invoice');
    await app.notice('1 changed to Ready to invoice.').waitFor();
    await row('Design').getByText('In Progress').waitFor();
    await row('Design').getByRole('checkbox').click();

    await enter('Build', AMOUNT, '0');
    await row('Build').getByRole('checkbox').click();
    await app.command('Ready to invoice');
    await app.notice('Save or discard your changes to the schedule first.').waitFor();
    await page.getByText('BBL-MST-06: A milestone without an amount cannot carry tax.').waitFor();
    await row('Build').getByText('Not Started').waitFor();
  });
  expect((await storedMilestones(lineId))[0]).toBe('2026-01-31 Design 250');
  await app.close();
});

test('2.5-3: what is on an invoice is locked, and its customers show where it stands', async () => {
  const { app, cell, row } = await openSchedule([60, 40]);
  const { page } = app;
  await app.play('locked rows', async () => {
    await row('Design').getByRole('checkbox').click();
    await app.command('Ready to invoice');
    await app.notice('1 changed to Ready to invoice.').waitFor();
    await row('Design').getByText('In Progress').waitFor();
    const ready = await stage.host.api.list<{ bbl_milestonesplitid: string }>(
      "bbl_milestonesplits?$select=bbl_milestonesplitid&$filter=bbl_name eq 'Design'",
    );
    const sources = ready.map((split) => ({ table: 'bbl_milestonesplit', id: split.bbl_milestonesplitid }));
    await stage.host.api.call('bbl_CreateInvoices', { Sources: JSON.stringify(sources), InvoiceDate: '2026-02-10' });
    await page.getByRole('menuitem', { name: 'Refresh' }).last().click();
    await cell('Design', AMOUNT).and(page.locator('[aria-readonly="true"]')).waitFor();
    await row('Design').getByRole('img', { name: 'Invoiced 0 %, On a draft 100 %' }).waitFor();
    expect(await row('Design').locator('.bbs-bar .bbs-done').count()).toBe(0);
    await cell('Design', AMOUNT).click();
    await page.getByRole('status').filter({ hasText: 'Locked: the milestone is already in billing.' }).waitFor();
    expect(await row('Design').getByRole('textbox').count()).toBe(0);
    await page.keyboard.press('Alt+ArrowDown');
    expect(await page.getByRole('row', { name: /Customer invoice created/ }).count()).toBe(2);
  });
  await app.close();
});

test('dates are typed as the screen shows them or chosen from a calendar; impossible ones are refused in plain sight', async () => {
  const { app, lineId, cell } = await openSchedule();
  const { page } = app;
  await app.play('dates', async () => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await cell('Handover', DATE).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('4/1/0027');
    await page.keyboard.press('Enter');
    const problem = page.getByRole('alert').filter({ hasText: 'Enter a year from 1753 to 9999.' });
    await problem.waitFor();
    const { x, y, width, height } = (await problem.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const onTop = ([left, top]: readonly [number, number]): string | null | undefined =>
      document.elementFromPoint(left, top)?.textContent;
    expect(await page.evaluate(onTop, [x + width / 2, y + height / 2] as const)).toContain('Enter a year');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('4/1/2026');
    await page.keyboard.press('Enter');
    expect(await cell('Handover', DATE).innerText()).toBe('4/1/2026');

    await cell('Design', DATE).click();
    await page.keyboard.press('Alt+ArrowDown');
    const calendar = page.getByRole('dialog', { name: 'Date Design' });
    await calendar.getByText('January 2026').waitFor();
    await calendar.locator(':focus').waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    expect(await cell('Design', DATE).innerText()).toBe('1/30/2026');
    await cell('Design', DATE).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Changes saved: 2.').waitFor();
  });
  expect(await storedMilestones(lineId)).toEqual([
    '2026-01-30 Design 300',
    '2026-02-28 Build 300',
    '2026-04-01 Handover 400',
  ]);
  await app.close();
});

test('4.3: milestones are generated from what is on the screen; what the schedule cannot save comes first', async () => {
  const { app, lineId, enter } = await openSchedule();
  const { page } = app;
  const generate = () => page.getByRole('menuitem', { name: 'Generate periodic milestones' }).first().click();
  await app.play('generate after edits', async () => {
    await enter('Design', AMOUNT, '0');
    await generate();
    await page.getByText('Save or discard your changes to the schedule first.').waitFor();
    await page.getByText('BBL-MST-06: A milestone without an amount cannot carry tax.').waitFor();
    expect(await page.locator('iframe').count()).toBe(0);

    await enter('Design', AMOUNT, '250');
    await formPage(page).openTab('General');
    await generate();
    await page.frameLocator('iframe').getByText('BBL-SCH-01').waitFor();
  });
  expect((await storedMilestones(lineId))[0]).toBe('2026-01-31 Design 250');
  await app.close();
});

test('in a long schedule what can be done about unsaved edits stays in sight', async () => {
  const { app, lineId, enter } = await openSchedule();
  const { page } = app;
  await app.play('long schedule', async () => {
    await stage.host.produce.milestones(lineId, 60, { name: 'Sprint', date: '2026-05-31', amount: 1 });
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.reload();
    await enter('Design', AMOUNT, '250');
    for (const key of ['Control+End', 'Control+Home']) {
      await page.keyboard.press(key);
      for (const name of ['Undo', 'Discard changes', 'Save (1)']) {
        const box = await page.getByRole('button', { name, exact: true }).boundingBox();
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(768);
        expect(box?.y).toBeGreaterThan(0);
      }
    }
    await page.getByRole('button', { name: 'Discard changes' }).click();
  });
  await app.close();
});

test('a milestone is dragged along the timeline by whole days', async () => {
  const { app, lineId, cell } = await openSchedule();
  const { page } = app;
  await app.play('drag', async () => {
    const marker = page.locator('.bbs-marker').nth(1);
    const box = await marker.boundingBox();
    if (!box) throw new Error('The timeline shows no milestone.');
    await page.mouse.move(box.x + 7, box.y + 7);
    await page.mouse.down();
    await page.mouse.move(box.x + 207, box.y + 7, { steps: 8 });
    await page.mouse.up();
    const moved = await cell('Build', DATE).innerText();
    expect(new Date(moved).getTime()).toBeGreaterThan(new Date('2/28/2026').getTime());
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Save (1)' }).click();
    await page.getByText('Changes saved: 1.').waitFor();
    const [month, day, year] = moved.split('/').map(Number);
    const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    expect((await storedMilestones(lineId)).some((text) => text === `${iso} Build 300`)).toBe(true);
  });
  await app.close();
});

test('unsaved edits outlive a change of the tab, are told of when the form is left, and are saved with the form', async () => {
  const { app, lineId, cell, enter } = await openSchedule();
  const { page } = app;
  const form = formPage(page);
  await app.play('unsaved edits', async () => {
    await enter('Design', AMOUNT, '250');
    await form.openTab('General');
    await form.openTab('Invoice schedule');
    await page.getByText('Kept from before and not saved: 1.').waitFor();
    expect(await cell('Design', AMOUNT).innerText()).toBe('$250.00');

    const asked = page.waitForEvent('dialog');
    void page.reload().catch(() => undefined);
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();

    await page.getByRole('navigation').getByText('Project Contracts', { exact: true }).click();
    await page.getByText('You left a milestone schedule with unsaved changes: 1.').waitFor();
    await app.answerDialog('OK');
    await page.goBack();
    await form.openTab('Invoice schedule');
    await page.getByText('Kept from before and not saved: 1.').waitFor();
    await page.getByRole('menuitem', { name: 'Save', exact: true }).click();
    await page.getByText('Changes saved: 1.').waitFor();
  });
  expect((await storedMilestones(lineId))[0]).toBe('2026-01-31 Design 250');
  await app.close();
});

test('4.3, 4.4: an empty schedule starts with a row of its own or with the generated ones', async () => {
  const { app } = await openSchedule();
  const { page } = app;
  const contract = await stage.host.produce.contract();
  const lineId = await stage.host.produce.fixedPriceLine(contract, { amount: 900 });
  await app.play('empty schedule', async () => {
    await page.goto(
      `${stage.host.url}/main.aspx?appname=bbl_billing&pagetype=entityrecord&etn=bbl_contractline&id=${lineId}`,
    );
    await formPage(page).openTab('Invoice schedule');
    await page.getByText('No milestones yet.').waitFor();
    await page.getByRole('menuitem', { name: 'Generate periodic milestones' }).last().click();
    await page.frameLocator('iframe').getByText('BBL-SCH-01').waitFor();
    await page.frameLocator('iframe').getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Add row' }).click();
    await page.keyboard.type('Whole');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+s');
    await page.getByText('Changes saved: 1.').waitFor();
    expect((await storedMilestones(lineId)).map((text) => text.slice(11))).toEqual(['Whole 900']);
  });
  await app.close();
});

test.each([1100, 640])('at %i px the timeline’s labels stand apart, and the name stays in sight', async (width) => {
  const { app, row } = await openSchedule([50, 30, 20]);
  const { page } = app;
  await app.play(`narrow ${width}`, async () => {
    await page.setViewportSize({ width, height: 900 });
    await page.locator('.bbs-narrow').waitFor();
    const boxes = await page.locator('.bbs-tick').evaluateAll((ticks) =>
      ticks.map((tick) => {
        const { left, right } = tick.getBoundingClientRect();
        return { left, right };
      }),
    );
    boxes.slice(1).forEach(({ left }, index) => expect(left).toBeGreaterThanOrEqual(boxes[index]?.right ?? 0));
    await row('Design').locator('[aria-colindex="10"]').scrollIntoViewIfNeeded();
    const name = await row('Design').locator('.bbs-name').boundingBox();
    const remove = await row('Design').locator('[aria-colindex="10"]').boundingBox();
    expect(name?.x).toBeGreaterThan(0);
    expect((remove?.x ?? width) + (remove?.width ?? 0)).toBeLessThanOrEqual(width);
  });
  await app.close();
});

test('schedule, dialog and pages are free of accessibility problems, in light and dark', async () => {
  const { app, lineId, cell, enter } = await openSchedule([60, 40]);
  const { page } = app;
  await app.play('accessibility', async () => {
    await cell('Design', AMOUNT).press('Alt+ArrowDown');
    await enter('Build', AMOUNT, '1,x');
    await page.getByRole('alert').filter({ hasText: 'Enter an amount' }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+ArrowRight');
    await page.locator('.bbs-dirty').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole('button', { name: /dark/i }).click();
    await page.locator('.bbs-dark').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Discard changes' }).click();
    await page.getByRole('menuitem', { name: 'Generate periodic milestones' }).first().click();
    await page.frameLocator('iframe').getByText('BBL-SCH-01').waitFor();
    expect(await accessibilityViolations(innerPage(page))).toEqual([]);
    await page.frameLocator('iframe').getByRole('button', { name: 'Cancel' }).click();

    await stage.host.api.patch(`bbl_contractlines(${lineId})`, { bbl_name: 'Line with progress' });
    const contract = await stage.host.produce.contract();
    const progress = await stage.host.produce.fixedPriceLine(contract, {
      scheduleType: InvoiceScheduleType.ProgressBased,
    });
    const milestone = await stage.host.produce.milestone(progress, { name: 'Progress' });
    await page.goto(
      `${stage.host.url}/main.aspx?appname=bbl_billing&pagetype=entityrecord&etn=bbl_milestone&id=${milestone}`,
    );
    await page.frameLocator('iframe').getByText('Remaining').waitFor();
    expect(await accessibilityViolations(innerPage(page))).toEqual([]);
  });
  await app.close();
});
