import { isElement, parseXml as parseTree, type XmlElement as TreeElement } from '../xmlTree';
import { ShapeError } from './errors';

/** Both engines have it; the language's own library does not name it. */
declare const TextDecoder: new (label: string, options: { fatal: boolean }) => { decode(bytes: Uint8Array): string };

/** An element as readers want it: children are elements only, in document order, and text is trimmed. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: readonly XmlElement[];
  readonly text: string;
}

/** The root element of an XML document in UTF-8. @throws ShapeError when the text is not well formed. */
export function parseXml(document: Uint8Array | string): XmlElement {
  try {
    const text = typeof document === 'string' ? document : new TextDecoder('utf-8', { fatal: true }).decode(document);
    return toElement(parseTree(text));
  } catch (error) {
    throw new ShapeError(`not well-formed XML: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function toElement({ name, attributes, children: nodes }: TreeElement): XmlElement {
  const text = nodes.filter((node) => !isElement(node)).join('');
  return { name, attributes, children: nodes.filter(isElement).map(toElement), text: text.trim() };
}

/** First child of that name, or undefined. */
export function child(parent: XmlElement, name: string): XmlElement | undefined {
  return parent.children.find((element) => element.name === name);
}

/** All children of that name; `path` steps through single elements first: `children(e, 'tabs', 'tab')`. */
export function children(parent: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  const last = path[path.length - 1];
  const holder = path.slice(0, -1).reduce<XmlElement | undefined>((at, name) => at && child(at, name), parent);
  return holder ? holder.children.filter((element) => element.name === last) : [];
}

/** Text of the first child of that name; undefined when there is none, '' when it is empty. */
export function childText(parent: XmlElement, name: string): string | undefined {
  return child(parent, name)?.text;
}

/** The child that the shape demands. @throws ShapeError when it is missing. */
export function requiredChild(parent: XmlElement, name: string): XmlElement {
  const found = child(parent, name);
  if (!found) throw new ShapeError(`<${parent.name}> has no <${name}>`);
  return found;
}

/** Text of a child that the shape demands, not empty. @throws ShapeError when it is missing or empty. */
export function requiredText(parent: XmlElement, name: string): string {
  const { text } = requiredChild(parent, name);
  if (text === '') throw new ShapeError(`<${name}> in <${parent.name}> is empty`);
  return text;
}

/** An attribute that the shape demands. @throws ShapeError when it is missing. */
export function requiredAttribute(element: XmlElement, name: string): string {
  const value = element.attributes[name];
  if (value === undefined) throw new ShapeError(`<${element.name}> has no attribute ${name}`);
  return value;
}

/** The root, which must carry this name. @throws ShapeError otherwise. */
export function expectRoot(root: XmlElement, name: string): XmlElement {
  if (root.name !== name) throw new ShapeError(`the root element is <${root.name}>, expected <${name}>`);
  return root;
}

/** A whole number in text. @throws ShapeError when it is none. */
export function wholeNumber(text: string, what: string): number {
  if (!/^-?\d+$/.test(text)) throw new ShapeError(`${what} is '${text}', expected a whole number`);
  return Number(text);
}

/** `1`/`0` or `true`/`false` in text; `fallback` when the text is missing or empty. @throws ShapeError on anything else. */
export function flag(text: string | undefined, what: string, fallback = false): boolean {
  if (text === undefined || text === '') return fallback;
  const value = text.toLowerCase();
  if (value === '1' || value === 'true') return true;
  if (value === '0' || value === 'false') return false;
  throw new ShapeError(`${what} is '${text}', expected 1, 0, true or false`);
}

const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

/** A GUID in lower case without braces. @throws ShapeError when the text is none. */
export function guidOf(text: string, what: string): string {
  const found = GUID.exec(text)?.[1];
  if (!found) throw new ShapeError(`${what} is '${text}', expected a GUID`);
  return found.toLowerCase();
}

/** The element as XML text, without declaration and insignificant white space. */
export function toXml(element: XmlElement): string {
  const attributes = Object.entries(element.attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  const content = escapeXml(element.text) + element.children.map(toXml).join('');
  const start = `<${element.name}${attributes.join('')}`;
  return content === '' ? `${start} />` : `${start}>${content}</${element.name}>`;
}

const ESCAPES: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
