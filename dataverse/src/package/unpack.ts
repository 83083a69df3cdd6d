import { childNamed, childrenNamed, element, isElement, leaf, textOf, type XmlElement } from '../xmlTree';
import { unpackEntity } from './entities';
import { COLLECTIONS, PackageError, Parts, Paths, SAME_IN_BOTH, type Collection, type PackageFiles } from './layout';
import { printPart, readXml, withChildren, withInstance } from './text';

/**
 * The unpacked tree of a package, also of one that a maker exported: path → bytes. Web resources and controls come
 * with their contents, the plug-in assembly does not: it is built. Shapes: platform.md 1.3, 1.4.
 * @throws PackageError on a damaged or foreign package; nothing is returned then.
 */
export function unpackSolution(parts: PackageFiles): Map<string, Uint8Array> {
  const manifest = readXml(parts, Parts.Solution);
  const customizations = readXml(parts, Parts.Customizations);
  if (!childNamed(manifest, 'SolutionManifest')) throw new PackageError(Parts.Solution, 'is not a solution manifest');

  const files = new Map<string, Uint8Array>();
  files.set(Paths.Solution, printPart(neutralManifest(manifest)));
  files.set(Paths.Customizations, printPart(emptied(customizations)));
  for (const [path, root] of unpackedXml(customizations)) files.set(path, printPart(root));
  for (const [path, bytes] of unpackedContents(parts, customizations)) files.set(path, bytes);
  for (const path of files.keys()) if (LEADS_OUT.test(path)) throw new PackageError(path, 'leads out of the solution');
  return files;
}

/** A name in a foreign package may be meant to write somewhere else. */
const LEADS_OUT = /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[A-Za-z]:|\0/;

/** In the tree `<Managed>` is 2: it packs as either. */
function neutralManifest(root: XmlElement): XmlElement {
  const set = (child: XmlElement) => (child.name === 'Managed' ? leaf('Managed', 2) : child);
  const solutions = root.children
    .filter(isElement)
    .map((solution) =>
      solution.name === 'SolutionManifest'
        ? withChildren(solution, solution.children.filter(isElement).map(set))
        : solution,
    );
  return withChildren(root, solutions);
}

const isKept = (collection: XmlElement): boolean => collection.name === 'Languages';

const emptied = (root: XmlElement): XmlElement =>
  withChildren(
    root,
    root.children.filter(isElement).map((collection) => (isKept(collection) ? collection : element(collection.name))),
  );

function* unpackedXml(root: XmlElement): Generator<readonly [string, XmlElement]> {
  for (const collection of root.children.filter(isElement)) {
    const members = collection.children.filter(isElement);
    if (members.length === 0 || isKept(collection)) continue;
    const known = COLLECTIONS.find((each) => each.element === collection.name);
    if (collection.name === 'Entities') for (const entity of members) yield* unpackEntity(entity);
    else if (collection.name === 'EntityRelationships') yield* unpackRelationships(members);
    else if (collection.name === 'FieldSecurityProfiles') yield [Paths.ColumnSecurity, withInstance(collection)];
    else if (known) for (const member of members) yield [pathOf(known, member), withInstance(member)];
    else throw new PackageError(Parts.Customizations, `<${collection.name}> is not supported`);
  }
}

function pathOf(collection: Collection, member: XmlElement): string {
  return collection.pathOf({
    text: (child) => textOf(member, child),
    attribute: (name) => member.attributes[name] ?? '',
  });
}

function* unpackRelationships(members: readonly XmlElement[]): Generator<readonly [string, XmlElement]> {
  const byReferenced = new Map<string, XmlElement[]>();
  for (const relationship of members) {
    const table = textOf(relationship, 'ReferencedEntityName');
    byReferenced.set(table, [...(byReferenced.get(table) ?? []), relationship]);
  }
  for (const [table, relationships] of byReferenced) {
    yield [`Other/Relationships/${table}.xml`, withInstance(element('EntityRelationships', {}, relationships))];
  }
  const names = members.map((relationship) => relationship.attributes['Name'] ?? '').sort();
  const list = names.map((Name) => element('EntityRelationship', { Name }));
  yield [Paths.Relationships, withInstance(element('EntityRelationships', {}, list))];
}

function* unpackedContents(parts: PackageFiles, root: XmlElement): Generator<readonly [string, Uint8Array]> {
  for (const [name, bytes] of parts) {
    if (SAME_IN_BOTH.some((folder) => name.startsWith(folder)) || name.startsWith('Controls/')) yield [name, bytes];
  }
  for (const resource of childrenNamed(childNamed(root, 'WebResources') ?? element('none'), 'WebResource')) {
    const part = textOf(resource, 'FileName').replace(/^\//, '');
    const bytes = parts.get(part);
    if (!bytes) throw new PackageError(part, `is missing, but ${textOf(resource, 'Name')} names it`);
    yield [`WebResources/${textOf(resource, 'Name')}`, bytes];
  }
}
