import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';
import { startTestHost, type TestHost, type TestHostOptions } from './testHost';

/** Where the browser tests take the solution from: a packed zip instead of the folder, when `npm test` says so. */
const PACKED_SOLUTION = process.env['BBL_E2E_SOLUTION'];

export interface Stage {
  readonly host: TestHost;
  readonly browser: Browser;
}

/** A host and a browser for the tests of this file: opened before the first, closed after the last, even when one of them did not open. */
export function useStage(options: TestHostOptions = {}): Stage {
  let host: TestHost | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    const packed = PACKED_SOLUTION && { solution: join(__dirname, '../..', PACKED_SOLUTION) };
    host = await startTestHost({ ...options, ...packed });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await Promise.allSettled([browser?.close(), host?.close()]);
  });
  return {
    get host() {
      return opened(host);
    },
    get browser() {
      return opened(browser);
    },
  };
}

function opened<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('The stage is open from beforeAll on.');
  return part;
}
