import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SolutionFiles } from '@bbl/dataverse';

/**
 * The files of an unpacked solution. Paths are listed at once, contents are read when they are asked for: most of a
 * solution's bytes are bundles and icons that only a browser wants.
 */
export function readFolder(folder: string): SolutionFiles {
  return new Folder(folder, listFiles(folder));
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.path, entry.name).slice(folder.length + 1).replaceAll('\\', '/'))
    .sort();
}

class Folder implements SolutionFiles {
  private readonly paths: ReadonlySet<string>;

  constructor(
    private readonly folder: string,
    paths: readonly string[],
  ) {
    this.paths = new Set(paths);
  }

  get size(): number {
    return this.paths.size;
  }

  has(path: string): boolean {
    return this.paths.has(path);
  }

  get(path: string): Uint8Array | undefined {
    return this.paths.has(path) ? readFileSync(join(this.folder, path)) : undefined;
  }

  keys(): MapIterator<string> {
    return this.paths.keys();
  }

  *entries(): MapIterator<[string, Uint8Array]> {
    for (const path of this.paths) yield [path, readFileSync(join(this.folder, path))];
  }

  *values(): MapIterator<Uint8Array> {
    for (const [, content] of this.entries()) yield content;
  }

  forEach(visit: (content: Uint8Array, path: string, files: SolutionFiles) => void): void {
    for (const [path, content] of this.entries()) visit(content, path, this);
  }

  [Symbol.iterator](): MapIterator<[string, Uint8Array]> {
    return this.entries();
  }
}
