import { existsSync, readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import type { SolutionFiles, SolutionModel } from '@bbl/dataverse';

export interface ServedFile {
  readonly type: string;
  readonly content: Uint8Array;
}

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
  '.resx': 'text/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

const typeOf = (path: string): string => TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';

/** Content of a web resource by its name. */
export function webResource(
  name: string,
  { webResources }: SolutionModel,
  files: SolutionFiles,
): ServedFile | undefined {
  const resource = webResources.find((candidate) => candidate.name === name);
  const content = resource && files.get(resource.path);
  return content && { type: typeOf(name), content };
}

/** A file of a control's folder. */
export function controlFile(
  name: string,
  path: string,
  { controls }: SolutionModel,
  files: SolutionFiles,
): ServedFile | undefined {
  const control = controls.find((candidate) => candidate.name === name);
  const content = control && files.get(`${control.folder}/${path}`);
  return content && { type: typeOf(path), content };
}

/** A file below `folder`; undefined for paths that lead out of it. */
export function fileBelow(folder: string, path: string): ServedFile | undefined {
  const inside = normalize(path).replaceAll('\\', '/');
  if (inside.startsWith('..') || inside.startsWith('/') || inside.includes('\0')) return undefined;
  const file = join(folder, inside);
  return existsSync(file) ? { type: typeOf(file), content: readFileSync(file) } : undefined;
}
