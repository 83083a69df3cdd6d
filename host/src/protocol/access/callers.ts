import { canonicalGuid } from '@bbl/dataverse/query';
import { unsupported } from '../../faults';
import type { Caller } from '../../pipeline/caller';
import type { Engine } from '../../pipeline/engine';
import { badUrl } from '../odata/errors';

export interface CallerSources {
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  /** User that a person in the browser chose to act as. */
  readonly actingUserId: string | undefined;
}

/**
 * Whose rights a request has: the impersonated user's (`MSCRMCallerID`), the one a person chose in the browser, else
 * the System Administrator's. Throws 400 on an id that is none, 403 on a user who is missing or disabled.
 */
export function callerOf({ headers, actingUserId }: CallerSources, { organization, security }: Engine): Caller {
  if (headers['callerobjectid'] !== undefined) throw unsupported('CallerObjectId; name the user with MSCRMCallerID');
  const administrator = organization.administratorId;
  const header = headers['mscrmcallerid'];
  if (header === undefined) {
    const userId = actingUserId ?? administrator;
    security.requireUser(userId);
    return { userId, initiatingUserId: userId };
  }
  const userId = canonicalGuid(String(header));
  if (userId === undefined) throw badUrl(`The value '${String(header)}' of MSCRMCallerID is not a GUID.`);
  security.requireUser(userId);
  if (userId === administrator) return { userId, initiatingUserId: userId };
  return { userId, initiatingUserId: userId, onBehalfOfUserId: administrator };
}
