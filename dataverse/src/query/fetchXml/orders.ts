import type { Order, Source } from '../ast';
import { checkShape, type FetchNode, flagAttribute, type NodeShape, requiredAttribute } from './document';
import type { FetchScope } from './scope';

const ORDER: NodeShape = { attributes: ['attribute', 'alias', 'descending', 'entityname'], ignored: [], children: [] };

/** Orders of the root first and those inside links after them, as the platform applies them. */
export function readOrders(parent: FetchNode, source: Source, scope: FetchScope, raw: boolean): readonly Order[] {
  const own = parent.children
    .filter((node) => node.name === 'order')
    .map((node) => readOrder(node, source, scope, raw));
  const inner = parent.children
    .filter((node) => node.name === 'link-entity')
    .flatMap((node) => readOrders(node, scope.aliasOf(node), scope, raw));
  return [...own, ...inner];
}

function readOrder(node: FetchNode, at: Source, scope: FetchScope, raw: boolean): Order {
  checkShape(node, ORDER);
  const descending = flagAttribute(node, 'descending');
  const { alias } = node.attributes;
  if (alias !== undefined) return { kind: 'output', as: alias, descending };
  const ref = { source: scope.resolve(node.attributes.entityname, at), column: requiredAttribute(node, 'attribute') };
  scope.column(ref);
  return { kind: 'column', ...ref, descending, raw };
}
