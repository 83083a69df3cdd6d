import { XMLParser } from 'fast-xml-parser';
import { invalidQuery, unsupportedQuery } from '../fault';

export interface FetchNode {
  readonly name: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: readonly FetchNode[];
  readonly text: string;
}

type ParsedNode = { readonly [name: string]: ParsedNode[] | string | { readonly [attribute: string]: string } };

const TEXT = '#text';
const ATTRIBUTES = ':@';

/** Elements deeper than this are refused before the stack or SQLite is. */
const DEPTH_MAX = 100;

// Unlike the reader of solution files this one keeps white space: it may be part of a value that is compared.
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // Without it numeric character references such as &#233; stay as they are.
  htmlEntities: true,
});

/** The `<fetch>` element of a FetchXML document. @throws QueryFault 0x80040203 when it is none. */
export function readFetchDocument(xml: string): FetchNode {
  const roots = parse(xml).filter((node) => !(TEXT in node));
  const root = roots[0] && roots.length === 1 ? toNode(roots[0]) : undefined;
  if (root?.name === 'fetch') return root;
  throw invalidQuery('The FetchXML query must have one root element <fetch>.');
}

function parse(xml: string): ParsedNode[] {
  try {
    return parser.parse(xml, true) as ParsedNode[];
  } catch (error) {
    throw invalidQuery(`Invalid XML in the FetchXML query: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function toNode(node: ParsedNode, depth = 1): FetchNode {
  if (depth > DEPTH_MAX) throw invalidQuery('The FetchXML query is nested too deeply.');
  const name = Object.keys(node).find((key) => key !== ATTRIBUTES) ?? '';
  const children: FetchNode[] = [];
  let text = '';
  for (const item of node[name] as ParsedNode[]) {
    const itemText = item[TEXT];
    if (typeof itemText === 'string') text += itemText;
    else children.push(toNode(item, depth + 1));
  }
  return { name, attributes: (node[ATTRIBUTES] ?? {}) as FetchNode['attributes'], children, text };
}

/**
 * What an element may hold. `ignored` attributes are hints for the server or notes of the query designer and change no
 * result; any other attribute or child is refused rather than passed over.
 */
export interface NodeShape {
  readonly attributes: readonly string[];
  readonly ignored: readonly string[];
  readonly children: readonly string[];
}

/** @throws QueryFault unsupported */
export function checkShape(node: FetchNode, shape: NodeShape): void {
  for (const attribute of Object.keys(node.attributes))
    if (!shape.attributes.includes(attribute) && !shape.ignored.includes(attribute) && !attribute.startsWith('xmlns'))
      throw unsupportedQuery(`attribute '${attribute}' of <${node.name}>`);
  for (const child of node.children)
    if (!shape.children.includes(child.name)) throw unsupportedQuery(`<${child.name}> in <${node.name}>`);
}

/** @throws QueryFault 0x80040203 when the attribute is missing or empty */
export function requiredAttribute(node: FetchNode, name: string): string {
  const value = node.attributes[name];
  if (value) return value;
  throw invalidQuery(`<${node.name}> needs the attribute '${name}'.`);
}

/** @throws QueryFault 0x80040203 unless it is true, false, 1 or 0 */
export function flagAttribute(node: FetchNode, name: string): boolean {
  const value = node.attributes[name]?.toLowerCase() ?? 'false';
  if (value === 'true' || value === '1') return true;
  if (value === 'false' || value === '0') return false;
  throw invalidQuery(`Attribute '${name}' of <${node.name}> must be true or false, not '${value}'.`);
}

/** @throws QueryFault 0x80040203 unless it is a whole number of at least 1 */
export function countAttribute(node: FetchNode, name: string): number | undefined {
  const text = node.attributes[name];
  if (text === undefined) return undefined;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (value >= 1) return value;
  throw invalidQuery(`Attribute '${name}' of <${node.name}> must be a whole number of at least 1, not '${text}'.`);
}
