import { isServerWrite } from '@bbl/domain';
import type { ExecutionContext } from '@bbl/dataverse/ports';
import type { Service } from './service';

const PREFIX = 'bbl_';

/** The SYSTEM user of one request: engines that keep the bundle loaded ask once, however many rows a request writes. */
let known: { readonly correlationId: string; readonly systemUserId: string } | undefined;

/**
 * Whether the server itself makes this write: as SYSTEM, and below one of our custom APIs or a message on one of our
 * tables. The message's own outer context, which has the same depth, does not count: nothing of ours led to it.
 * domain.md 0.1-4.
 */
export function isOwnWrite(context: ExecutionContext, system: Service): boolean {
  const parents = context.parents.filter(({ depth }) => depth < context.depth);
  const caller = { userId: context.userId, parents };
  // Whoever the SYSTEM user is: without an own message above there is no need to ask.
  if (!isServerWrite({ ...caller, systemUserId: context.userId }, PREFIX)) return false;
  return isServerWrite({ ...caller, systemUserId: systemUserIdOf(context, system) }, PREFIX);
}

function systemUserIdOf({ correlationId, organizationId }: ExecutionContext, system: Service): string {
  if (known?.correlationId !== correlationId) {
    const { systemuserid } = system.retrieve('organization', organizationId, ['systemuserid']);
    known = { correlationId, systemUserId: systemuserid ?? '' };
  }
  return known.systemUserId;
}
