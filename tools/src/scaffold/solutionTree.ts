import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseXml, printXml, type XmlElement } from '@bbl/dataverse/xmlTree';

/** Files of the solution component framework; an XML declaration makes their import fail. platform.md 1.21 */
const WITHOUT_DECLARATION = /^(customapis|environmentvariabledefinitions)\//;

/**
 * The unpacked solution. Paths are relative to its root, with forward slashes. Changes stay in memory until `save`, so
 * that a command which fails half way leaves the folder as it was.
 */
export class SolutionTree {
  private readonly changed = new Map<string, string>();
  private readonly removed = new Set<string>();

  constructor(private readonly root: string) {}

  has(path: string): boolean {
    return this.changed.has(path) || (!this.removed.has(path) && existsSync(join(this.root, path)));
  }

  /** Names of the entries of a folder; none when it is missing. */
  list(folder: string): string[] {
    const onDisk = existsSync(join(this.root, folder)) ? readdirSync(join(this.root, folder)) : [];
    const inMemory = [...this.changed.keys()]
      .filter((path) => path.startsWith(`${folder}/`))
      .map((path) => path.slice(folder.length + 1).split('/')[0] ?? '');
    return [...new Set([...onDisk, ...inMemory])].sort();
  }

  read(path: string): XmlElement {
    return parseXml(this.changed.get(path) ?? readFileSync(join(this.root, path), 'utf8'));
  }

  write(path: string, root: XmlElement): void {
    this.removed.delete(path);
    this.changed.set(path, printXml(root, { declaration: !WITHOUT_DECLARATION.test(path) }));
  }

  /** Reads, lets `change` work on the tree and writes it back. */
  edit(path: string, change: (root: XmlElement) => void): void {
    const root = this.read(path);
    change(root);
    this.write(path, root);
  }

  remove(path: string): void {
    this.changed.delete(path);
    this.removed.add(path);
  }

  /** Brings every change to disk. */
  save(): void {
    for (const path of this.removed) rmSync(join(this.root, path), { force: true });
    for (const [path, text] of this.changed) {
      const file = join(this.root, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    this.changed.clear();
    this.removed.clear();
  }
}
