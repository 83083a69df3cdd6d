import { existsSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../test/src/browser';
import { median, report } from '../measure';
import { installPeer } from '../peer';

/**
 * `npm run bench-grid`: the backlog grid in a real browser against a bare react-window list over the same rows and
 * columns, in turns on one page. The list has no header, selection, status, focus or footer: it is the floor.
 */
const ROWS = 100_000;
const RUNS = 15;
const FRAMES = 300;
const SCROLL_PX = 180;
/** The grid may take one and a half times as long. */
const RATIO_MIN = 0.67;
const ROOT = process.env['BBL_ROOT'] ?? process.cwd();
const REACT_WINDOW = 'react-window@1.8.11';
/** The control as it ships. */
const CONTROL = join(ROOT, 'solution/Controls/bbl_Bbl.BacklogGrid');

/** The list's script, installed when it is missing. */
function reactWindow(): string {
  const folder = join(ROOT, '.cache', 'bench', 'react-window');
  const installed = join(folder, 'node_modules', 'react-window', 'dist', 'index-prod.umd.js');
  if (!existsSync(installed)) installPeer({ folder, packages: [REACT_WINDOW], isWithoutPeerDependencies: true });
  return installed;
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'bench/src/grid/page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    nodePaths: [join(ROOT, 'node_modules')],
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

function texts(): { readonly [key: string]: string } {
  const resx = readFileSync(join(CONTROL, 'strings/BacklogGrid.1033.resx'), 'utf8');
  return Object.fromEntries(
    [...resx.matchAll(/<data name="([^"]+)"[^>]*>\s*<value>([^<]*)</g)].map(([, key, value]) => [key, value]),
  );
}

interface BenchGrid {
  load(rowCount: number, texts: object): void;
  paintGrid(): Promise<number>;
  paintList(rowCount: number): Promise<number>;
  openGrid(): Promise<void>;
  scroll(frames: number, stepPx: number): Promise<number>;
}
declare const benchGrid: BenchGrid;

type WorkMeter = (work: () => Promise<unknown>) => Promise<number>;

/** Milliseconds of script, style and layout that the page spends on a piece of work: what a frame waits for. */
async function workMeter(page: Page): Promise<WorkMeter> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const spentMs = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics
      .filter(({ name }) => ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'].includes(name))
      .reduce((sum, { value }) => sum + value * 1000, 0);
  };
  return async (work: () => Promise<unknown>): Promise<number> => {
    const beforeMs = await spentMs();
    await work();
    return (await spentMs()) - beforeMs;
  };
}

async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1300, height: 900 } });
  await page.addStyleTag({ path: join(CONTROL, 'css/BacklogGrid.css') });
  await page.addScriptTag({ content: await bundle() });
  await page.addScriptTag({ path: reactWindow() });
  await page.addScriptTag({ path: join(CONTROL, 'bundle.js') });
  await page.evaluate(({ rows, texts }) => benchGrid.load(rows, texts), { rows: ROWS, texts: texts() });
  return page;
}

interface Paint {
  /** From the call to the frame on the screen; never shorter than a frame. */
  readonly elapsedMs: number;
  /** Script, style and layout alone. */
  readonly workMs: number;
}

async function firstPaints(page: Page, workOf: WorkMeter): Promise<{ grid: Paint; list: Paint }> {
  const grid: Paint[] = [];
  const list: Paint[] = [];
  const paint = async (into: Paint[], paintOnce: () => Promise<number>) => {
    let elapsedMs = 0;
    const workMs = await workOf(async () => void (elapsedMs = await paintOnce()));
    into.push({ elapsedMs, workMs });
  };
  for (let run = 0; run < RUNS; run++) {
    await paint(grid, () => page.evaluate(() => benchGrid.paintGrid()));
    await paint(list, () => page.evaluate((rows) => benchGrid.paintList(rows), ROWS));
  }
  const middle = (paints: readonly Paint[]): Paint => ({
    elapsedMs: median(paints.map(({ elapsedMs }) => elapsedMs)),
    workMs: median(paints.map(({ workMs }) => workMs)),
  });
  return { grid: middle(grid), list: middle(list) };
}

async function main(): Promise<void> {
  console.log(`Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model ?? ''}`);
  const browser = await launchBrowser();
  const page = await openPage(browser);
  const workOf = await workMeter(page);
  const { grid, list } = await firstPaints(page, workOf);
  const what = `first paint of the grid at ${ROWS.toLocaleString('en')} rows`;
  const against = 'bare react-window list';
  console.log(
    report([
      { what, ms: grid.elapsedMs, against, againstMs: list.elapsedMs, ratioMin: RATIO_MIN },
      { what: `${what}, script and layout alone`, ms: grid.workMs, against, againstMs: list.workMs },
    ]),
  );
  await page.evaluate(() => benchGrid.openGrid());
  let blankFrames = 0;
  const scrollMs = await workOf(async () => {
    const steps = { frames: FRAMES, stepPx: SCROLL_PX };
    blankFrames = await page.evaluate(({ frames, stepPx }) => benchGrid.scroll(frames, stepPx), steps);
  });
  await browser.close();
  console.log(
    `Scrolling ${SCROLL_PX} px a frame: ${(scrollMs / FRAMES).toFixed(2)} ms script and layout a frame, ${blankFrames} of ${FRAMES} frames blank.`,
  );
}

void main();
