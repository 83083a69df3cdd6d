import { childNamed, childrenNamed, element, isElement, leaf, type XmlElement } from '../xmlTree';
import { packEntities } from './entities';
import { COLLECTIONS, INSTANCE_NAMESPACE, PackageError, Parts, Paths, SAME_IN_BOTH, type PackageFiles } from './layout';
import { printPart, readXml, withChildren, withoutInstance } from './text';

export interface PackOptions {
  readonly managed: boolean;
  /** Bytes of the plug-in assembly, which is built and not kept in the tree. */
  readonly assembly: Uint8Array;
}

/**
 * The parts of a solution package, by part name in a fixed order: the same tree gives the same parts. Managed and
 * unmanaged differ in `<Managed>` alone. Shapes: platform.md 1.2, 1.4, 1.6.
 * @throws PackageError where the tree holds something that the platform would drop.
 */
export function packSolution(files: PackageFiles, options: PackOptions): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array>();
  parts.set(Parts.Solution, printPart(manifest(files, options.managed)));
  parts.set(Parts.Customizations, printPart(customizations(files)));
  for (const [name, bytes] of [...contents(files, options.assembly)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (parts.has(name)) throw new PackageError(name, 'two files become this part');
    parts.set(name, bytes);
  }
  return new Map([[Parts.ContentTypes, contentTypes([...parts.keys()])], ...parts]);
}

function manifest(files: PackageFiles, managed: boolean): XmlElement {
  const root = readXml(files, Paths.Solution);
  const solution = childNamed(root, 'SolutionManifest');
  if (!solution) throw new PackageError(Paths.Solution, 'lacks <SolutionManifest>');
  const set = (child: XmlElement) => (child.name === 'Managed' ? leaf('Managed', managed ? 1 : 0) : child);
  return withChildren(root, [withChildren(solution, solution.children.filter(isElement).map(set))]);
}

function customizations(files: PackageFiles): XmlElement {
  const root = readXml(files, Paths.Customizations);
  const filled: { [collection: string]: XmlElement[] } = {
    Entities: packEntities(files),
    EntityRelationships: relationships(files),
    FieldSecurityProfiles: files.has(Paths.ColumnSecurity)
      ? readXml(files, Paths.ColumnSecurity).children.filter(isElement)
      : [],
  };
  for (const { element: name, isMember } of COLLECTIONS) {
    const members = [...files.keys()].filter(isMember).sort();
    filled[name] = members.map((path) => withoutInstance(readXml(files, path)));
  }
  for (const [name, members] of Object.entries(filled)) {
    if (members.length > 0 && !childNamed(root, name)) {
      throw new PackageError(Paths.Customizations, `lacks <${name} />, so its members would be lost`);
    }
  }
  const collections = root.children.filter(isElement).map((collection) => {
    const members = filled[collection.name];
    return members && members.length > 0 ? withChildren(collection, members) : collection;
  });
  return element(root.name, { 'xmlns:xsi': INSTANCE_NAMESPACE }, collections);
}

/** The list names every relationship; a file that it does not name would not be packed. */
function relationships(files: PackageFiles): XmlElement[] {
  const listed = childrenNamed(readXml(files, Paths.Relationships), 'EntityRelationship').map(nameOf);
  const found = [...files.keys()]
    .filter((path) => path.startsWith('Other/Relationships/'))
    .sort()
    .flatMap((path) => childrenNamed(readXml(files, path), 'EntityRelationship'));
  const missing = [...listed.filter((name) => !found.some((each) => nameOf(each) === name))];
  const unlisted = found.map(nameOf).filter((name) => !listed.includes(name));
  const [first] = [...missing, ...unlisted];
  if (first !== undefined)
    throw new PackageError(Paths.Relationships, `${first} stands in the list or in a file, not in both`);
  return found;
}

const nameOf = (relationship: XmlElement): string => relationship.attributes['Name'] ?? '';

/** Everything that is not part of customizations.xml. */
function* contents(files: PackageFiles, assembly: Uint8Array): Generator<readonly [string, Uint8Array]> {
  for (const [path, bytes] of files) {
    if (SAME_IN_BOTH.some((folder) => path.startsWith(folder))) yield [path, bytes];
    else if (path.startsWith('Controls/') && !path.endsWith('.data.xml')) yield [path, bytes];
    else if (path.endsWith('.data.xml') && path.startsWith('WebResources/'))
      yield [partName(files, path), contentOf(files, path)];
    else if (path.endsWith('.dll.data.xml')) yield [partName(files, path), assembly];
  }
}

function partName(files: PackageFiles, path: string): string {
  const name = childNamed(readXml(files, path), 'FileName')?.children[0];
  if (typeof name !== 'string') throw new PackageError(path, 'lacks <FileName>');
  return name.replace(/^\//, '');
}

function contentOf(files: PackageFiles, dataPath: string): Uint8Array {
  const path = dataPath.slice(0, -'.data.xml'.length);
  const bytes = files.get(path);
  if (!bytes) throw new PackageError(path, 'is missing; run `npm run build`');
  return bytes;
}

/** One `Default` an extension, one `Override` a part without one. */
function contentTypes(names: readonly string[]): Uint8Array {
  const type = { ContentType: 'application/octet-stream' };
  const extensions = new Set<string>();
  const overrides: XmlElement[] = [];
  for (const name of names) {
    const extension = /\.([A-Za-z0-9]+)$/.exec(name.slice(name.lastIndexOf('/') + 1))?.[1];
    if (extension !== undefined) extensions.add(extension);
    else overrides.push(element('Override', { PartName: `/${name}`, ...type }));
  }
  const defaults = [...extensions].sort().map((Extension) => element('Default', { Extension, ...type }));
  const xmlns = 'http://schemas.openxmlformats.org/package/2006/content-types';
  return printPart(element('Types', { xmlns }, [...defaults, ...overrides]));
}
