import type { ServiceAnswer, ServiceFault, ServicePort, ServiceRequest } from '@bbl/dataverse/ports';
import { guid } from '@bbl/dataverse/ports';
import { FaultCode, HostFault } from '../faults';
import type { Scope } from './scope';

const READS: ReadonlySet<string> = new Set(['retrieve', 'retrieveMultiple']);

/** The organisation service as one step sees it. */
export interface ServiceBridge {
  readonly port: ServicePort;
  /** Calls by operation. */
  readonly counts: { [operation: string]: number };
}

/** @param scopeOf the scope of a call with the calling user's or the SYSTEM user's rights. */
export function openServiceBridge(scopeOf: (identity: 'user' | 'system') => Scope): ServiceBridge {
  const scopes: { user?: Scope; system?: Scope } = {};
  const counts: { [operation: string]: number } = {};
  const port: ServicePort = (requestJson) => {
    const request = JSON.parse(requestJson) as ServiceRequest;
    counts[request.op] = (counts[request.op] ?? 0) + 1;
    return JSON.stringify(answer(request, () => (scopes[request.as] ??= scopeOf(request.as))));
  };
  return { port, counts };
}

function answer(request: ServiceRequest, scopeOf: () => Scope): ServiceAnswer {
  let scope: Scope | undefined;
  try {
    scope = scopeOf();
    scope.unit.serviceCalls++;
    scope.unit.checkTransaction();
    return { value: perform(request, scope) };
  } catch (error) {
    const fault = error instanceof HostFault ? error : bugFault(error, scope);
    if (!READS.has(request.op)) scope?.unit.doom(fault);
    return { fault: { code: fault.code, message: fault.message } satisfies ServiceFault };
  }
}

function perform(request: ServiceRequest, scope: Scope): unknown {
  switch (request.op) {
    case 'create':
      return guid(scope.dispatch('Create', { table: request.table, row: request.row }));
    case 'retrieve':
      return scope.dispatch('Retrieve', { table: request.table, id: request.id, columns: request.columns });
    case 'update':
      scope.dispatch('Update', updateOf(request));
      return null;
    case 'delete':
      scope.dispatch('Delete', { table: request.table, id: request.id });
      return null;
    case 'retrieveMultiple':
      return scope.dispatch('RetrieveMultiple', { query: scope.engine.parseFetch(request.fetchXml) });
    case 'execute':
      return scope.dispatch('Execute', { message: request.message, parameters: request.parameters });
  }
}

const updateOf = ({ table, id, row, rowVersion }: Extract<ServiceRequest, { op: 'update' }>) =>
  rowVersion === undefined ? { table, id, row } : { table, id, row, rowVersion };

/** A bug of the host inside a call: the step learns that it failed, the trace says why. */
function bugFault(error: unknown, scope: Scope | undefined): HostFault {
  const fault = new HostFault(500, FaultCode.Unexpected, 'An unexpected error occurred.');
  fault.cause = error;
  scope?.unit.doom(fault);
  return fault;
}
