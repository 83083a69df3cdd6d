import type { RowPage } from '@bbl/dataverse/ports';
import type { Query } from '@bbl/dataverse/query';
import type { Scope } from '../scope';

/** RetrieveMultiple: the rows the caller may read, with secured columns empty. */
export function retrieveMultiple({ query }: { readonly query: Query }, { engine, caller }: Scope): RowPage {
  const { security, store } = engine;
  security.authorizeQuery(caller.userId, query);
  const page = store.query(query, security.readAccess(caller.userId), security.queryContextOf(caller.userId));
  return security.hideSecuredOf(caller.userId, query, page);
}
