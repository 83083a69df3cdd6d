import { XMLParser } from 'fast-xml-parser';

/** An element of a solution file. Text stands among the children; comments do not survive, as they do not in Dataverse. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlNode[];
}
export type XmlNode = XmlElement | string;

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with children; attributes that are undefined are left out. */
export function element(name: string, attributes: Attributes = {}, children: readonly XmlNode[] = []): XmlElement {
  const given: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) given[key] = String(value);
  }
  return { name, attributes: given, children: [...children] };
}

/** An element with nothing but text, or empty when the text is. */
export function leaf(name: string, text: string | number): XmlElement {
  return element(name, {}, text === '' ? [] : [String(text)]);
}

/** Elements with nothing but text, in the order given: the shape of most of a solution file. */
export function leaves(values: Readonly<Record<string, string | number>>): XmlElement[] {
  return Object.entries(values).map(([name, value]) => leaf(name, value));
}

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

export function childrenNamed(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter(isElement).filter((child) => child.name === name);
}

export function childNamed(parent: XmlElement, name: string): XmlElement | undefined {
  return childrenNamed(parent, name)[0];
}

/** The descendant at `path`; its absence means that the file is not the kind that it should be. */
export function descendant(root: XmlElement, ...path: readonly string[]): XmlElement {
  return path.reduce((parent, name) => {
    const child = childNamed(parent, name);
    if (!child) throw new Error(`<${parent.name}> has no <${name}>.`);
    return child;
  }, root);
}

/** The text of a child, or an empty string. */
export function textOf(parent: XmlElement, name: string): string {
  return (childNamed(parent, name)?.children ?? []).filter((node) => !isElement(node)).join('');
}

/** Puts `child` in the place of the sibling that `isSame` finds, else before the first that `isAfter` finds, else last. */
export function putChild(
  parent: XmlElement,
  child: XmlElement,
  isSame: (sibling: XmlElement) => boolean,
  isAfter: (sibling: XmlElement) => boolean = () => false,
): void {
  const indexOf = (test: (sibling: XmlElement) => boolean) =>
    parent.children.findIndex((node) => isElement(node) && test(node));
  const same = indexOf(isSame);
  if (same >= 0) {
    parent.children.splice(same, 1, child);
    return;
  }
  const after = indexOf(isAfter);
  parent.children.splice(after >= 0 ? after : parent.children.length, 0, child);
}

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const escapeAttribute = (text: string) => escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#xA;');

function printElement(node: XmlElement, indent: string): string {
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
  const head = `${indent}<${node.name}${attributes.join('')}`;
  if (node.children.length === 0) return `${head} />\n`;
  if (!node.children.some(isElement)) return `${head}>${escapeText(node.children.join(''))}</${node.name}>\n`;
  const body = node.children.map((child) =>
    isElement(child) ? printElement(child, `${indent}  `) : `${indent}  ${escapeText(child.trim())}\n`,
  );
  return `${head}>\n${body.join('')}${indent}</${node.name}>\n`;
}

/** One line an element, two spaces a level, as the solution packager unpacks. */
export function printXml(root: XmlElement, options: { readonly declaration: boolean }): string {
  return `${options.declaration ? '<?xml version="1.0" encoding="utf-8"?>\n' : ''}${printElement(root, '')}`;
}

const ATTRIBUTES = ':@';
const TEXT = '#text';
type ParsedNode = { readonly [name: string]: unknown };

const ATTRIBUTE_PREFIX = '@';

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  // The parser refuses a bare `constructor`, which the manifest of every control has.
  attributeNamePrefix: ATTRIBUTE_PREFIX,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  // Also references by number, such as the line breaks of an attribute.
  htmlEntities: true,
});

function toNode(parsed: ParsedNode): XmlNode {
  if (TEXT in parsed) return String(parsed[TEXT]);
  const name = Object.keys(parsed).find((key) => key !== ATTRIBUTES) ?? '';
  const prefixed = Object.entries((parsed[ATTRIBUTES] ?? {}) as Attributes);
  const attributes = Object.fromEntries(prefixed.map(([key, value]) => [key.slice(ATTRIBUTE_PREFIX.length), value]));
  const children = (parsed[name] as ParsedNode[]).map(toNode);
  const hasElements = children.some(isElement);
  const kept = children.filter((child) => !hasElements || isElement(child) || child.trim() !== '');
  return element(name, attributes, kept);
}

/** The root element of a solution file. */
export function parseXml(text: string): XmlElement {
  const roots = (parser.parse(text.replace(/^\uFEFF/, ''), true) as ParsedNode[]).map(toNode).filter(isElement);
  const [root] = roots;
  if (!root || roots.length > 1) throw new Error('A solution file has exactly one root element.');
  return root;
}
