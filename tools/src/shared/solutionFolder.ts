import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SolutionFiles } from '@bbl/dataverse';

/** Every file below `folder`, by its path with forward slashes relative to it: what `readSolution` takes. */
export function readSolutionFolder(folder: string): SolutionFiles {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
  return new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path))]));
}
