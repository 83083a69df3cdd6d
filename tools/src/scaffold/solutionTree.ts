import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseXml, printXml, type XmlElement } from './xml';

/** Files of the solution component framework; an XML declaration makes their import fail. platform.md 1.21 */
const WITHOUT_DECLARATION = /^(customapis|environmentvariabledefinitions)\//;

/** The unpacked solution on disk. Paths are relative to its root, with forward slashes. */
export class SolutionTree {
  constructor(private readonly root: string) {}

  has(path: string): boolean {
    return existsSync(join(this.root, path));
  }

  /** Names of the entries of a folder; none when it is missing. */
  list(folder: string): string[] {
    return this.has(folder) ? readdirSync(join(this.root, folder)) : [];
  }

  read(path: string): XmlElement {
    return parseXml(readFileSync(join(this.root, path), 'utf8'));
  }

  write(path: string, root: XmlElement): void {
    this.writeText(path, printXml(root, { declaration: !WITHOUT_DECLARATION.test(path) }));
  }

  writeText(path: string, text: string): void {
    const file = join(this.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Reads, lets `change` work on the tree and writes it back. */
  edit(path: string, change: (root: XmlElement) => void): void {
    const root = this.read(path);
    change(root);
    this.write(path, root);
  }
}
