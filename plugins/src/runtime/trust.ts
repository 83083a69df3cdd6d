import { isServerWrite } from '@bbl/domain/guard/trust';
import type { ExecutionContext } from '@bbl/dataverse/ports';

const PREFIX = 'bbl_';

/**
 * Whether the server itself makes this write: as SYSTEM, and below one of our custom APIs or a message on one of our
 * tables. The message's own outer context, which has the same depth, does not count: nothing of ours led to it.
 * domain.md 0.1-4.
 */
export function isOwnWrite({ userId, systemUserId, depth, parents }: ExecutionContext): boolean {
  const above = parents.filter((parent) => parent.depth < depth);
  return isServerWrite({ userId, systemUserId, parents: above }, PREFIX);
}
