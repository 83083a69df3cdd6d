import type { Row } from '@bbl/dataverse/ports';
import { rowNotFound } from '../../faults';
import type { RetrieveRequest } from '../requests';
import type { Scope } from '../scope';

/** Retrieve: 404 for a row that is not there, 403 for one the caller may not read; secured columns come back empty. */
export function retrieve({ table, id, columns }: RetrieveRequest, { engine, caller }: Scope): Row {
  const plan = engine.plans.of(table);
  const row = columns ? engine.store.get(table, id, columns) : engine.store.get(table, id);
  if (!row) {
    engine.security.requirePrivilege(caller.userId, plan.table, 'Read');
    throw rowNotFound(table, id);
  }
  engine.security.authorizeRead(caller.userId, plan.table, id);
  return engine.security.hideSecured(caller.userId, table, row);
}
