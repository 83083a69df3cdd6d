#!/usr/bin/env node
// The repository speaks of the product alone: no machine paths, no work left for nobody, no test that hides.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/root.mjs';
import { runMain, say, SetupError } from './lib/say.mjs';

const FORBIDDEN = [
  ['a machine path', /(^|[\s"'`(])\/(work|home|Users)\/[a-z]/],
  ['a temporary path', /["'`(]\/tmp\//],
  ['unfinished work', /\b(TODO|FIXME|XXX)\b/],
  ['a hidden test', /\b(it|test|describe)\.(skip|only|todo)\(/],
];
const TEXT = /\.(ts|tsx|mjs|cjs|js|json|md|xml|cs|csproj|yml|css|html)$/;
const EXEMPT = /^(package-lock\.json|tools\/checkText\.mjs|solution\/(WebResources|Controls)\/.*\.js)$/;

await runMain(() => {
  const listed = spawnSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' });
  if (listed.status !== 0) throw new SetupError('git ls-files failed: the text check needs a git checkout.');
  const files = listed.stdout.split('\n').filter((file) => TEXT.test(file) && !EXEMPT.test(file));
  const findings = files.flatMap((file) =>
    readFileSync(join(ROOT, file), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        FORBIDDEN.filter(([, pattern]) => pattern.test(line)).map(([what]) => `${file}:${index + 1}: ${what}`),
      ),
  );
  if (findings.length > 0) throw new SetupError(findings.join('\n'));
  say(`${files.length} files read.`);
});
