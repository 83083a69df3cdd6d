import { type Node, parse } from 'acorn';

/** Newest syntax that the solution checker takes (platform.md 6.1). */
const EDITION = 2018;

/** Calls that the solution checker refuses, by callee as it is written; `window.` and the like may stand before it. */
const CALLS: { readonly [callee: string]: string } = {
  eval: 'calls eval',
  alert: 'calls alert',
  Function: 'makes code from text',
  'document.write': 'calls document.write',
  'document.writeln': 'calls document.write',
};
const GLOBAL_OBJECT = /^(window|self|globalThis|top|parent)\./;
/** Calls that make code of a first argument that is text. */
const TIMERS: ReadonlySet<string> = new Set(['setTimeout', 'setInterval']);
/** Not allowed to code components, and nobody clears them after a person. */
const STORES: ReadonlySet<string> = new Set(['localStorage', 'sessionStorage', 'indexedDB']);
const MARKUP_PROPERTIES: ReadonlySet<string> = new Set(['innerHTML', 'outerHTML']);

interface TreeNode extends Node {
  readonly [member: string]: unknown;
}

/**
 * What a script must not hold when it ships to a browser: syntax newer than ES2018, `eval` and its like, `console`,
 * markup from text, `debugger`, a source map inside.
 */
export function shippedCodeProblems(code: string): string[] {
  const problems = new Set<string>();
  if (/\/\/# sourceMappingURL=/.test(code)) problems.add('names a source map');
  let root: Node;
  try {
    root = parse(code, { ecmaVersion: EDITION, sourceType: 'script' });
  } catch (error) {
    return [...problems, `is not ES${EDITION}: ${error instanceof Error ? error.message : String(error)}`];
  }
  for (const node of nodesOf(root)) {
    const problem = problemOf(node);
    if (problem !== undefined) problems.add(problem);
  }
  return [...problems];
}

function problemOf(node: TreeNode): string | undefined {
  switch (node.type) {
    case 'CallExpression':
    case 'NewExpression':
      return problemOfCall(node);
    case 'AssignmentExpression':
      return MARKUP_PROPERTIES.has(memberOf(node['left'])) ? 'writes markup from text' : undefined;
    case 'MemberExpression':
      return globalPathOf(node) === 'document.cookie' ? 'uses cookies' : undefined;
    case 'Identifier':
      return STORES.has(String(node['name'])) ? 'keeps data in the browser' : undefined;
    case 'Literal':
      return isInsecureAddress(node['value']) ? 'names an address without encryption' : undefined;
    case 'DebuggerStatement':
      return 'stops in the debugger';
    case 'WithStatement':
      return 'uses with';
    default:
      return undefined;
  }
}

function problemOfCall(node: TreeNode): string | undefined {
  const callee = globalPathOf(node['callee']);
  const [first, second] = (node['arguments'] as readonly unknown[]).map(textOf);
  if (callee.startsWith('console.')) return 'writes to the console';
  if (memberOf(node['callee']) === 'insertAdjacentHTML') return 'writes markup from text';
  if (memberOf(node['callee']) === 'postMessage' && second === '*') return 'sends messages to any origin';
  if (TIMERS.has(callee) && first !== undefined) return 'makes code from text';
  return CALLS[callee];
}

const textOf = (value: unknown): string | undefined =>
  isNode(value) && value.type === 'Literal' && typeof value['value'] === 'string' ? value['value'] : undefined;

/** The names of XML namespaces are no addresses. */
const isInsecureAddress = (value: unknown): boolean =>
  typeof value === 'string' && /^http:\/\/(?!www\.w3\.org\/)/.test(value);

const memberOf = (value: unknown): string => pathOf(value).split('.').pop() ?? '';
const globalPathOf = (value: unknown): string => pathOf(value).replace(GLOBAL_OBJECT, '');

/** `a.b.c` of plain member accesses; what is calculated is a question mark. */
function pathOf(value: unknown): string {
  if (!isNode(value)) return '?';
  if (value.type === 'Identifier') return String(value['name']);
  if (value.type === 'MemberExpression') {
    const name = value['computed'] === true ? (textOf(value['property']) ?? '?') : pathOf(value['property']);
    return `${pathOf(value['object'])}.${name}`;
  }
  // `(0, eval)(…)` calls eval all the same.
  if (value.type === 'SequenceExpression') return pathOf((value['expressions'] as readonly unknown[]).at(-1));
  return '?';
}

function* nodesOf(node: Node): Generator<TreeNode> {
  yield node as TreeNode;
  for (const member of Object.values(node)) {
    for (const child of Array.isArray(member) ? (member as unknown[]) : [member])
      if (isNode(child)) yield* nodesOf(child);
  }
}

const isNode = (value: unknown): value is TreeNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
