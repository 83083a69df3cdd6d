import type { FrameLocator, Locator, Page } from 'playwright-core';

/** A form on the screen, or the quick create panel in front of it, as a person fills it in. */
export interface FormPage {
  /** Types into a field and leaves it. */
  fill(label: string, text: string): Promise<void>;
  /** Chooses an option of a choice. */
  choose(label: string, option: string): Promise<void>;
  /** Finds a row by its name and puts it into a lookup. */
  look(label: string, name: string): Promise<void>;
  field(label: string): Locator;
  openTab(name: string): Promise<void>;
  /** Saves and waits until the form says so. */
  save(): Promise<void>;
  /** Opens the quick create form behind a button of a sub-grid, fills it in and saves it. */
  quickCreate(button: string | RegExp, fillIn: (form: FormPage) => Promise<void>): Promise<void>;
  /** The page of an HTML web resource on the form or in a dialog. */
  frame(): FrameLocator;
}

const PANEL = '.shell-panel';

export function formPage(page: Page): FormPage {
  return formIn(page, page.locator('main'));
}

function formIn(page: Page, scope: Locator): FormPage {
  const field = (label: string): Locator =>
    scope.getByLabel(label, { exact: true }).and(scope.locator('input, textarea, [role="combobox"]'));
  const form: FormPage = {
    field,
    async fill(label, text) {
      await field(label).fill(text);
      await field(label).press('Tab');
    },
    async choose(label, option) {
      await field(label).click();
      await page.getByRole('option', { name: option, exact: true }).click();
    },
    async look(label, name) {
      await field(label).fill(name);
      await page.getByRole('option', { name }).first().click();
    },
    openTab: (name) => scope.getByRole('tab', { name, exact: true }).click(),
    async save() {
      await page.getByRole('menuitem', { name: 'Save', exact: true }).click();
      await scope.getByRole('status').filter({ hasText: '- Saved' }).waitFor();
      // A new row is opened afresh once it exists; what is typed before would be lost.
      await page.waitForLoadState('networkidle');
    },
    async quickCreate(button, fillIn) {
      await scope.getByRole('menuitem', { name: button }).last().click();
      const panel = page.locator(PANEL);
      // The panel takes the focus when it is drawn; a field filled before loses it, and its suggestions with it.
      await panel.locator(':focus').waitFor();
      await fillIn(formIn(page, panel));
      await panel.getByRole('button', { name: 'Save and Close' }).click();
      await panel.waitFor({ state: 'detached' });
    },
    frame: () => page.frameLocator('iframe'),
  };
  return form;
}
