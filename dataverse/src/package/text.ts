import { INSTANCE_NAMESPACE, PackageError, DECLARES_INSTANCE, type PackageFiles } from './layout';
import { element, parseXml, printXml, type XmlElement } from '../xmlTree';

/** Both engines have these; the language's own library does not name them. */
declare const TextDecoder: new (label: string, options: { fatal: boolean }) => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

const INSTANCE = 'xmlns:xsi';
const BYTE_ORDER_MARK = /^\uFEFF/;

/** The root element of a part; a part that is missing or no XML is a {@link PackageError}. */
export function readXml(files: PackageFiles, path: string): XmlElement {
  const bytes = files.get(path);
  if (!bytes) throw new PackageError(path, 'is missing');
  try {
    return parseXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(BYTE_ORDER_MARK, ''));
  } catch (error) {
    throw new PackageError(path, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

export const printPart = (root: XmlElement): Uint8Array => encode(printXml(root, { declaration: true }));

/** The element as a member of customizations.xml, whose root declares the namespace once for all. */
export function withoutInstance(root: XmlElement): XmlElement {
  const { [INSTANCE]: _declared, ...attributes } = root.attributes;
  return { ...root, attributes };
}

/** The element as a file of its own. */
export function withInstance(root: XmlElement): XmlElement {
  if (!DECLARES_INSTANCE(root.name) || INSTANCE in root.attributes) return root;
  return { ...root, attributes: { ...root.attributes, [INSTANCE]: INSTANCE_NAMESPACE } };
}

/** The same element with other children. */
export const withChildren = (root: XmlElement, children: readonly XmlElement[]): XmlElement =>
  element(root.name, root.attributes, children);
