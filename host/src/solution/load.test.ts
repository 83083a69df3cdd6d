import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packSolution } from '@bbl/dataverse/package';
import { zipSync } from 'fflate';
import { findRoot } from '../root';
import { readFolder } from './folder';
import { loadModel } from './loadModel';
import { readPackage } from './package';

const folder = join(findRoot(__dirname), 'solution');
const systemFolder = join(findRoot(__dirname), 'host', 'system');

test('a folder lists every file and reads contents when they are asked for', () => {
  const files = readFolder(folder);
  expect(files.size).toBeGreaterThan(10);
  expect(files.has('Other/Solution.xml')).toBe(true);
  expect(files.get('Other/Solution.xml')?.length).toBeGreaterThan(100);
  expect(files.get('Other/Nothing.xml')).toBeUndefined();
  expect([...files].length).toBe(files.size);
});

test('a packed solution holds the same files', () => {
  const files = readFolder(folder);
  const packed = zipSync(Object.fromEntries(packSolution(files, { managed: true, assembly: new Uint8Array() })));
  const unpacked = readPackage(packed);
  const paths = [...files.keys()].filter((path) => !path.endsWith('.dll'));
  expect([...unpacked.keys()].filter((path) => !path.endsWith('.dll')).sort()).toEqual(paths.sort());
});

test('a model is read once and kept until a file or the program changes', () => {
  const cache = mkdtempSync(join(tmpdir(), 'model-'));
  try {
    const files = readFolder(systemFolder);
    const model = loadModel(files, cache);
    expect(loadModel(files, cache)).toEqual(model);
    expect(readdirSync(cache)).toHaveLength(1);
    loadModel(files, cache, 'a newer program');
    expect(readdirSync(cache)).toHaveLength(2);
  } finally {
    rmSync(cache, { recursive: true });
  }
});
