import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSolution } from '@bbl/dataverse/solution';
import { ROOT } from '../shared/root';
import { readSolutionFolder } from '../shared/solutionFolder';
import { compareReleases, compareVersions } from './compare';
import { type Release, releaseOf } from './components';

const FOLDER = join(ROOT, 'tools', 'released');
/** Keys of components that an upgrade is meant to delete. */
const REMOVALS = join(FOLDER, 'removals.json');
const VERSION_FILE = /^\d+\.\d+\.\d+\.\d+\.json$/;

/**
 * `npm run check-upgrade` says what an upgrade from the last released version would delete or fail at; with
 * `--release` it writes the component list of `solution/` as that of a release.
 */
function main(args: readonly string[]): number {
  const current = releaseOf(readSolution(readSolutionFolder(join(ROOT, 'solution'))));
  if (args.includes('--release')) {
    writeFileSync(join(FOLDER, `${current.version}.json`), `${JSON.stringify(current, null, 2)}\n`);
    console.log(`tools/released/${current.version}.json: ${Object.keys(current.components).length} components.`);
    return 0;
  }
  const released = lastRelease();
  if (!released) {
    console.log('Nothing was released yet.');
    return 0;
  }
  const accepted = existsSync(REMOVALS) ? (JSON.parse(readFileSync(REMOVALS, 'utf8')) as string[]) : [];
  // A version in the making grows until it is out.
  const isInTheMaking = current.version === released.version && isUnreleased(current.version);
  const findings = compareReleases(released, current, accepted).filter(
    ({ key }) => key !== 'version' || !isInTheMaking,
  );
  for (const { effect, key, problem } of findings) console.log(`${effect}: ${key} ${problem}`);
  console.log(`${findings.length} findings for the upgrade from ${released.version} to ${current.version}.`);
  if (findings.length > 0 && isInTheMaking) {
    console.log('It is not out yet: `npm run check-upgrade -- --release` takes the list as it is now.');
  } else if (findings.some(({ effect }) => effect === 'deletes')) {
    console.log('What is meant to go stands in tools/released/removals.json, by its key.');
  }
  return findings.length > 0 ? 1 : 0;
}

const isUnreleased = (version: string): boolean =>
  readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8').includes(`## ${version} (unreleased)`);

function lastRelease(): Release | undefined {
  const [last] = readdirSync(FOLDER)
    .filter((name) => VERSION_FILE.test(name))
    .sort((a, b) => compareVersions(b.replace('.json', ''), a.replace('.json', '')));
  return last === undefined ? undefined : (JSON.parse(readFileSync(join(FOLDER, last), 'utf8')) as Release);
}

process.exitCode = main(process.argv.slice(2));
