import { join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { slowPages } from './slowPages';
import type { Stage } from './stage';

/** The app as a person uses it: by the words and roles on the screen. */
export interface App {
  readonly page: Page;
  /** Opens an entry of the site map. */
  openEntry(title: string): Promise<void>;
  /** Selects exactly the rows of the list that hold this text in the first or any column. */
  selectRows(...texts: readonly string[]): Promise<void>;
  /** Selects every row that the list has loaded. */
  selectAll(): Promise<void>;
  rowCount(text: string): Promise<number>;
  /** Clicks a button of the command bar. */
  command(label: string): Promise<void>;
  /** Labels of the command bar's buttons, once it has settled on `expected`. */
  hasCommand(label: string): Promise<boolean>;
  /** What the rows with this text show below a heading, from top to bottom. */
  column(rowText: string, heading: string): Promise<string[]>;
  /** Create invoice, under the date that the dialog proposes or the one given, written as the user writes it. */
  createInvoice(date?: string): Promise<void>;
  /** Clicks a button of the open dialog. */
  answerDialog(button: string): Promise<void>;
  /** Types into a lookup of the form and takes the first row that it finds. */
  chooseLookup(label: string, text: string): Promise<void>;
  notice(text: string | RegExp): Locator;
  /** Runs the steps of a test; when one fails, what the screen showed stands in build/e2e/. */
  play(name: string, steps: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** The page of the solution that a form or a dialog shows. */
export function innerPage(page: Page): Frame {
  const frame = page.frames().find((each) => each.url().includes('/pages/'));
  if (!frame) throw new Error('No page of the solution is open.');
  return frame;
}

/** Opens the app in a window of its own, acting as the user with this id (the administrator when left out). */
export async function openApp({ host, browser }: Stage, options: { readonly as?: string } = {}): Promise<App> {
  const context = await browser.newContext({ viewport: { width: 2400, height: 1000 }, locale: 'en-US' });
  await slowPages(context);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(`${host.url}/?token=${host.token}`);
  if (options.as !== undefined) {
    await page.evaluate(
      (id) =>
        fetch('/host/acting-user', {
          method: 'PUT',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ id }),
        }),
      options.as,
    );
    await page.reload();
  }
  const grid = page.getByRole('grid');
  const row = (text: string) => grid.getByRole('row').filter({ hasText: text, has: page.getByRole('gridcell') });

  return {
    page,
    async openEntry(title) {
      await page.getByRole('navigation').getByText(title, { exact: true }).click();
      await page.getByRole('heading', { name: title }).first().waitFor();
      await page.locator('[role="grid"]:not([aria-busy="true"])').waitFor();
    },
    /** A text that comes twice means the first two rows that hold it. */
    async selectRows(...texts) {
      const seen = new Map<string, number>();
      for (const [index, text] of texts.entries()) {
        const position = seen.get(text) ?? 0;
        seen.set(text, position + 1);
        const cell = row(text).nth(position).getByRole('gridcell').first();
        await cell.click(index === 0 ? {} : { modifiers: ['Control'] });
      }
    },
    async selectAll() {
      const box = grid.getByRole('checkbox', { name: 'Select all rows' });
      if ((await box.getAttribute('aria-checked')) !== 'true') await box.click();
    },
    rowCount: (text) => row(text).count(),
    command: (label) => commandButton(page, label).click(),
    async hasCommand(label) {
      await page.waitForLoadState('networkidle');
      return (await commandButton(page, label).count()) > 0;
    },
    async column(rowText, heading) {
      const header = grid.getByRole('columnheader').filter({ hasText: heading }).first();
      const column = await header.getAttribute('aria-colindex');
      const cells = await row(rowText).locator(`[role="gridcell"][aria-colindex="${column}"]`).allInnerTexts();
      return cells.map((text) => text.trim());
    },
    async createInvoice(date) {
      await commandButton(page, 'Create invoice').click();
      const dialog = page.frameLocator('iframe[title="bbl_/pages/createinvoice.html"]');
      if (date !== undefined) await dialog.getByLabel('Invoice date').fill(date);
      await dialog.getByRole('button', { name: 'Create', exact: true }).click();
    },
    async answerDialog(button) {
      const dialog = page.locator('[role="dialog"], [role="alertdialog"]');
      await dialog.getByRole('button', { name: button, exact: true }).click();
    },
    async chooseLookup(label, text) {
      await page.getByRole('combobox', { name: label, exact: true }).fill(text);
      await page.getByRole('option', { name: text }).first().click();
    },
    notice: (text) => page.getByText(text),
    async play(name, steps) {
      try {
        await steps();
      } catch (error) {
        const file = `build/e2e/${name.replace(/[^\w-]+/g, '-')}.png`;
        await page.screenshot({ path: join(__dirname, '../..', file) });
        throw new Error(`${error instanceof Error ? error.message : String(error)}\nThe screen: ${file}`, {
          cause: error,
        });
      }
    },
    async close() {
      await context.close();
      if (problems.length > 0) throw new Error(`The page reported: ${problems.join('; ')}`);
    },
  };
}

const commandButton = (page: Page, label: string): Locator =>
  page.getByRole('menubar').getByRole('menuitem', { name: label, exact: true });
