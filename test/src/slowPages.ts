import type { BrowserContext } from 'playwright-core';

/** Late enough for anything that only works when it is quick, short enough for the tests' own patience. */
const slowMs = Number(process.env['BBL_SLOW_MS'] ?? 0);

/**
 * Makes the pages of a window slow where `BBL_SLOW_MS` asks for it: frames are drawn and the Web API answers up to so
 * many milliseconds late, each another time. What a busy machine shows once in a hundred runs then shows in a few.
 */
export async function slowPages(context: BrowserContext): Promise<void> {
  if (slowMs <= 0) return;
  await context.addInitScript(lateFrames, slowMs);
  await context.route('**/api/data/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * slowMs));
    await route.continue();
  });
}

/** Runs in the page. */
function lateFrames(latestMs: number): void {
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (draw) => window.setTimeout(() => request(draw), Math.random() * latestMs);
  window.cancelAnimationFrame = (id) => window.clearTimeout(id);
}
