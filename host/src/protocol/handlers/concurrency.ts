import { badUrl } from '../odata/errors';
import type { RequestContext } from './context';

/** What `If-Match` and `If-None-Match` ask for. */
export interface Conditions {
  readonly only?: 'create' | 'update';
  readonly rowVersion?: string;
}

const ETAG = /^W\/"(\d+)"$/;

export function readConditions({ request }: RequestContext): Conditions {
  const ifMatch = request.headers['if-match']?.trim();
  const ifNoneMatch = request.headers['if-none-match']?.trim();
  if (ifNoneMatch === '*') return { only: 'create' };
  if (ifMatch === undefined || ifMatch === '') return {};
  if (ifMatch === '*') return { only: 'update' };
  const rowVersion = ETAG.exec(ifMatch)?.[1];
  if (rowVersion === undefined) throw badUrl(`The value '${ifMatch}' of If-Match is no ETag of a row.`);
  return { only: 'update', rowVersion };
}
