import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** What axe-core finds wrong on the page, or in a frame of it, one line a finding. The whole page counts, the app's frame as well. */
export async function accessibilityViolations(page: Pick<Page, 'evaluate'>): Promise<string[]> {
  await animationsEnd(page);
  // The page's content security policy forbids a script element; the debugger's evaluation it does not.
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe.run(),
  );
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(' ')).join(', ')})`,
  );
}

/** A list fades in, and a half faded text has no contrast. Spinners turn for ever and are not waited for. */
async function animationsEnd(page: Pick<Page, 'evaluate'>): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}
