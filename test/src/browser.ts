import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

/** Names of Chrome, Chromium and Edge on the PATH, and where Windows and macOS keep them. */
const ON_PATH = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'msedge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

function installedBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [
    process.env['CHROME_PATH'] ?? '',
    ...ON_PATH.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...PLACES,
  ];
  return candidates.find((path) => path !== '' && existsSync(path));
}

/** The package is a module that only `import` can load, which jest does not do: a small Node process asks it. */
function packagedBrowser(): { readonly path: string; readonly args: readonly string[] } {
  const ask =
    "import chromium from '@sparticuz/chromium';" +
    'console.log(JSON.stringify({ path: await chromium.executablePath(), args: chromium.args }));';
  const asked = spawnSync(process.execPath, ['--input-type=module', '-e', ask], { cwd: __dirname, encoding: 'utf8' });
  if (asked.status !== 0) {
    throw new Error(`No browser was found. Install Chrome, Chromium or Edge, or set CHROME_PATH.\n${asked.stderr}`);
  }
  return JSON.parse(asked.stdout);
}

/** Starts an installed Chrome, Chromium or Edge, else the Chromium that a package brings. Never none: a test without a browser has failed. */
export async function launchBrowser(): Promise<Browser> {
  const options = launchOptions();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await chromium.launch(options);
    } catch (error) {
      if (attempt === START_ATTEMPTS_MAX) throw error;
    }
  }
}

/** Chromium dies now and then while it starts on a busy machine; that says nothing about the product. */
const START_ATTEMPTS_MAX = 3;

function launchOptions(): { readonly executablePath: string; readonly args: string[] } {
  const installed = installedBrowser();
  if (installed !== undefined) return { executablePath: installed, args: ['--no-sandbox', '--disable-dev-shm-usage'] };
  const packaged = packagedBrowser();
  // Meant for one page of one function call: in a single process the first closed window ends the browser.
  const args = packaged.args.filter((argument) => argument !== '--single-process' && argument !== '--no-zygote');
  return { executablePath: packaged.path, args };
}
