import type { PackageFiles } from '@bbl/dataverse/package';
import { isElement, parseXml, printXml, type XmlElement } from '@bbl/dataverse/xmlTree';

/** What a package changes in the tree. Files that say the same are not among it, so that the difference is the change. */
export interface Homecoming {
  readonly written: PackageFiles;
  readonly removed: readonly string[];
}

/** Lists whose members have no order; an exporter may write them in its own. What users see in order is none of them. */
const UNORDERED: ReadonlySet<string> = new Set([
  'attributes',
  'AppModuleComponents',
  'AppModuleRoleMaps',
  'EntityRelationships',
  'FieldPermissions',
  'RolePrivileges',
  'RootComponents',
]);

/** Compares an unpacked package with the tree. */
export function bringHome(known: PackageFiles, unpacked: PackageFiles): Homecoming {
  const written = new Map<string, Uint8Array>();
  for (const [path, bytes] of unpacked) {
    const before = known.get(path);
    const after = before && isXml(path) ? inTheWordsOf(before, bytes) : bytes;
    if (!before || Buffer.compare(before, after) !== 0) written.set(path, after);
  }
  return { written, removed: [...known.keys()].filter((path) => !unpacked.has(path)) };
}

const isXml = (path: string): boolean => path.endsWith('.xml');
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The new file with the old one's order of attributes and of lists without order; the old file where nothing else differs. */
function inTheWordsOf(before: Uint8Array, after: Uint8Array): Uint8Array {
  if (Buffer.compare(before, after) === 0) return before;
  const [old, fresh] = [parseXml(textOf(before)), parseXml(textOf(after))];
  const reworded = aligned(fresh, old);
  const isSame = printXml(old, { declaration: false }) === printXml(reworded, { declaration: false });
  return isSame ? before : new TextEncoder().encode(printXml(reworded, { declaration: true }));
}

function aligned(fresh: XmlElement, old: XmlElement | undefined): XmlElement {
  const attributes = sortedLike(Object.entries(fresh.attributes), Object.keys(old?.attributes ?? {}), ([name]) => name);
  const counterparts = counterpartsIn(old);
  const children = fresh.children.map((child) => (isElement(child) ? aligned(child, counterparts(child)) : child));
  const isList = UNORDERED.has(fresh.name) && children.every(isElement);
  return {
    name: fresh.name,
    attributes: Object.fromEntries(attributes),
    children: isList ? sortedLike(children, (old?.children ?? []).filter(isElement).map(keyOf), keyOf) : children,
  };
}

/** The items in the order in which `keys` names them; one that is new stays behind the one it stood behind. */
function sortedLike<T>(items: readonly T[], keys: readonly string[], key: (item: T) => string): T[] {
  let place = -1;
  const placed = items.map((item) => {
    const known = keys.indexOf(key(item));
    place = known >= 0 ? known : place;
    return { item, place };
  });
  return placed.sort((a, b) => a.place - b.place).map(({ item }) => item);
}

/** Finds the old element that a new one stands for: by what identifies it, else by its position among those of its name. */
function counterpartsIn(old: XmlElement | undefined): (child: XmlElement) => XmlElement | undefined {
  const candidates = (old?.children ?? []).filter(isElement);
  return (child) => {
    const index = candidates.findIndex((candidate) => keyOf(candidate) === keyOf(child));
    return index < 0 ? undefined : candidates.splice(index, 1)[0];
  };
}

const IDENTIFYING = ['PhysicalName', 'Name', 'name', 'id', 'Id', 'schemaName', 'type', 'value', 'languagecode'];
const IDENTIFYING_CHILDREN = ['EntityName', 'AttributeName'];

function keyOf({ name, attributes, children }: XmlElement): string {
  const own = IDENTIFYING.map((attribute) => attributes[attribute] ?? '');
  const below = children
    .filter(isElement)
    .filter((child) => IDENTIFYING_CHILDREN.includes(child.name))
    .map((child) => child.children.join(''));
  return [name, ...own, ...below].join('\0');
}
