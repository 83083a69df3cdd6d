import type { SolutionFiles } from '../metadata';
import { reading, SolutionReadError } from './errors';
import { expectRoot, parseXml, type XmlElement } from './xml';

/** Paths that match, in code unit order, so that the model does not depend on how a folder was listed. */
export function filesLike(files: SolutionFiles, pattern: RegExp): readonly string[] {
  return [...files.keys()].filter((path) => pattern.test(path)).sort();
}

/** Reads one XML file with `read`, which may throw ShapeErrors. @throws SolutionReadError naming the file. */
export function readXmlFile<T>(files: SolutionFiles, path: string, root: string, read: (root: XmlElement) => T): T {
  const content = files.get(path);
  if (!content) throw new SolutionReadError(path, 'the file is missing');
  return reading(path, () => read(expectRoot(parseXml(content), root)));
}

/** Reads every file that matches; `read` also gets the path. */
export function readXmlFiles<T>(
  files: SolutionFiles,
  pattern: RegExp,
  root: string,
  read: (root: XmlElement, path: string) => T,
): T[] {
  return filesLike(files, pattern).map((path) => readXmlFile(files, path, root, (element) => read(element, path)));
}
