import { type Node, parse } from 'acorn';

/** Newest syntax that the solution checker takes (platform.md 6.1). */
const EDITION = 2018;

/** Calls that the solution checker refuses, by callee as it is written. */
const CALLS: { readonly [callee: string]: string } = {
  eval: 'calls eval',
  alert: 'calls alert',
  'window.alert': 'calls alert',
  'document.write': 'calls document.write',
  'document.writeln': 'calls document.write',
};
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
      return (
        CALLS[pathOf(node['callee'])] ??
        (pathOf(node['callee']).startsWith('console.') ? 'writes to the console' : undefined)
      );
    case 'NewExpression':
      return pathOf(node['callee']) === 'Function' ? 'makes code from text' : undefined;
    case 'AssignmentExpression':
      return MARKUP_PROPERTIES.has(pathOf(node['left']).split('.').pop() ?? '') ? 'writes markup from text' : undefined;
    case 'DebuggerStatement':
      return 'stops in the debugger';
    case 'WithStatement':
      return 'uses with';
    default:
      return undefined;
  }
}

/** `a.b.c` of plain member accesses; what is calculated is a question mark. */
function pathOf(value: unknown): string {
  if (!isNode(value)) return '?';
  if (value.type === 'Identifier') return String(value['name']);
  if (value.type === 'MemberExpression' && value['computed'] === false) {
    return `${pathOf(value['object'])}.${pathOf(value['property'])}`;
  }
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
