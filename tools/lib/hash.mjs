import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './root.mjs';

const IGNORED = new Set(['node_modules', 'out', 'obj', 'bin', 'build', 'dist', '.cache']);

/** All files below the given paths (relative to the root), sorted; build output and dependencies left out. */
export function filesBelow(paths, ignore = () => false) {
  const files = [];
  const visit = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path)) if (!IGNORED.has(name)) visit(join(path, name));
    } else if (!ignore(relative(ROOT, path))) files.push(path);
  };
  paths.forEach((path) => visit(join(ROOT, path)));
  return files.sort();
}

/** SHA-256 over names and contents of these files, so that only a real change counts, not a new time stamp. */
export function hashOf(paths, ignore) {
  const hash = createHash('sha256');
  for (const file of filesBelow(paths, ignore)) {
    hash.update(relative(ROOT, file).replaceAll('\\', '/')).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}
