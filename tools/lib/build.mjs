import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hashOf } from './hash.mjs';
import { ROOT } from './root.mjs';
import { say, SetupError } from './say.mjs';

const CACHE = join(ROOT, '.cache', 'build');
/** Input hashes of the build results that are committed below solution/: a fresh clone need not build them again. */
const COMMITTED = join(ROOT, 'tools', 'built.json');

const RULES = ['domain/src', 'dataverse/src', 'dataverse/generated'];
const isTest = (path) => /\.(test|typetest)\.tsx?$/.test(path);

/**
 * Everything that is built, in order. `load` imports the step's own script; `committed` results live in solution/.
 * A step runs when its inputs or its result changed.
 */
const STEPS = [
  {
    name: 'rules bundle',
    inputs: [...RULES, 'plugins/src', 'plugins/build.mjs', 'package-lock.json'],
    result: 'build/plugins/rules.js',
    run: async () => (await script('plugins/build.mjs')).buildRules({ outDir: join(ROOT, 'build/plugins') }),
  },
  {
    name: 'web resources',
    inputs: [...RULES, 'webresources', 'package-lock.json'],
    result: 'solution/WebResources/bbl_/js/commands.js',
    committed: true,
    run: async () => (await script('webresources/build.mjs')).buildWebResources(),
  },
  {
    name: 'grid controls',
    inputs: [...RULES, 'pcf-controls', 'package-lock.json'],
    result: 'solution/Controls/bbl_Bbl.BacklogGrid/bundle.js',
    committed: true,
    run: async () => (await script('pcf-controls/build.mjs')).buildControls(),
  },
  {
    name: 'app in the browser',
    inputs: ['host/src/shell', 'dataverse/src', 'package-lock.json'],
    result: 'build/shell/app.js',
    run: async () =>
      (await script('host/src/shell/build.mjs')).buildShell({ outDir: join(ROOT, 'build/shell'), minify: true }),
  },
  {
    name: 'local host',
    inputs: ['host/src', 'dataverse/src', 'package-lock.json'],
    result: 'build/host/main.cjs',
    run: async () => (await script('host/build.mjs')).buildHost({ outDir: join(ROOT, 'build/host') }),
  },
];

const script = (path) => import(pathToFileURL(join(ROOT, path)).href);

/** Builds what is missing or out of date; returns the names of the steps that ran. `force` builds all of it. */
export const ensureBuilt = (options) => runSteps(STEPS, options);

/** Runs those of the steps whose inputs or result changed; returns their names. */
export async function runSteps(steps, { force = false } = {}) {
  const ran = [];
  for (const step of steps) {
    const hash = hashOf(step.inputs, isTest);
    if (!force && existsSync(join(ROOT, step.result)) && stampOf(step) === hash) continue;
    say(`Building the ${step.name} …`);
    try {
      await step.run();
    } catch (error) {
      throw new SetupError(`Building the ${step.name} failed: ${error.message}`);
    }
    if (!existsSync(join(ROOT, step.result))) throw new SetupError(`The ${step.name} did not write ${step.result}.`);
    stamp(step, hash);
    ran.push(step.name);
  }
  return ran;
}

const committedStamps = () => (existsSync(COMMITTED) ? JSON.parse(readFileSync(COMMITTED, 'utf8')) : {});
const cacheFile = (step) => join(CACHE, step.name.replaceAll(' ', '-'));

function stampOf(step) {
  if (step.committed) return committedStamps()[step.name];
  return existsSync(cacheFile(step)) ? readFileSync(cacheFile(step), 'utf8') : undefined;
}

function stamp(step, hash) {
  if (step.committed) {
    const stamps = { ...committedStamps(), [step.name]: hash };
    writeFileSync(COMMITTED, `${JSON.stringify(stamps, Object.keys(stamps).sort(), 2)}\n`);
  } else {
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(cacheFile(step), hash);
  }
}
