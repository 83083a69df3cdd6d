import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SolutionFiles, SolutionModel } from '@bbl/dataverse';
import { readSolution } from '@bbl/dataverse/solution';

/** Raise it when the shape of the model or the meaning of its parts changes. */
const MODEL_VERSION = 1;

/**
 * The model of a solution. Reading the XML of a whole solution takes longer than everything else at the start, so the
 * result is kept in `cacheFolder` under the hash of the files it was read from.
 * @param cacheFolder none: nothing is kept.
 * @param reader identity of the program, so that a changed reader reads again.
 */
export function loadModel(files: SolutionFiles, cacheFolder?: string, reader = ''): SolutionModel {
  if (cacheFolder === undefined) return readSolution(files);
  const file = join(cacheFolder, `model-${hashOf(files, reader)}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as SolutionModel;
  const model = readSolution(files);
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(file, JSON.stringify(model));
  return model;
}

function hashOf(files: SolutionFiles, reader: string): string {
  const hash = createHash('sha256').update(`${MODEL_VERSION}/${reader}`);
  for (const path of [...files.keys()].sort()) {
    hash.update(`\0${path}\0`);
    if (path.endsWith('.xml')) hash.update(files.get(path) ?? '');
  }
  return hash.digest('hex').slice(0, 32);
}
