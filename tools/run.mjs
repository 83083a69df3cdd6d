#!/usr/bin/env node
// `node tools/run.mjs <file.ts> [arguments]`: runs a TypeScript program of this repository (bundled in memory by esbuild).
import { mkdirSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { ROOT } from './lib/root.mjs';
import { runMain } from './lib/say.mjs';
import { ensureInstalled } from './lib/install.mjs';

await runMain(async () => {
  ensureInstalled();
  const { build } = await import('esbuild');
  const [file, ...args] = process.argv.slice(2);
  const outDir = join(ROOT, '.cache', 'run');
  mkdirSync(outDir, { recursive: true });
  const outfile = join(outDir, `${basename(file, '.ts')}-${process.pid}.cjs`);
  await build({
    entryPoints: [resolve(ROOT, file)],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    outfile,
    external: ['better-sqlite3', 'esbuild', 'prettier', 'playwright-core', '@sparticuz/chromium', 'fastify'],
    define: { 'process.env.BBL_ROOT': JSON.stringify(ROOT) },
    sourcemap: 'inline',
    logLevel: 'error',
  });
  const result = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...args], { stdio: 'inherit' });
  rmSync(outfile, { force: true });
  process.exitCode = result.status ?? 1;
});
