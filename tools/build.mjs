#!/usr/bin/env node
// `npm run build [-- --force]`: builds what is missing or out of date.
import { runMain, say } from './lib/say.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ensureBuilt } from './lib/build.mjs';

await runMain(async () => {
  ensureInstalled();
  const ran = await ensureBuilt({ force: process.argv.includes('--force') });
  say(ran.length === 0 ? 'Everything is up to date.' : `Built: ${ran.join(', ')}.`);
});
