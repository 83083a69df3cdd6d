import type { ExecutionContext, ServiceAnswer, ServicePort, ServiceRequest } from '@bbl/dataverse/ports';

/** A service that answers as a test scripts it and remembers what it was asked. */
export interface ScriptedPort {
  readonly port: ServicePort;
  readonly requests: ServiceRequest[];
}

export function scriptedPort(answer: (request: ServiceRequest) => ServiceAnswer): ScriptedPort {
  const requests: ServiceRequest[] = [];
  return {
    requests,
    port: (requestJson) => {
      const request = JSON.parse(requestJson) as ServiceRequest;
      requests.push(request);
      return JSON.stringify(answer(request));
    },
  };
}

export const USER_ID = '00000000-0000-4000-8000-00000000000a';
export const SYSTEM_USER_ID = '00000000-0000-4000-8000-00000000000b';
export const ORGANIZATION_ID = '00000000-0000-4000-8000-00000000000c';
export const ROW_ID = '00000000-0000-4000-8000-00000000000d';

let correlations = 0;

/** A context of its own request; a test says what it is about. */
export function contextOf(more: Partial<ExecutionContext>): ExecutionContext {
  return {
    message: 'Update',
    table: 'bbl_milestone',
    stage: 10,
    mode: 0,
    depth: 1,
    rowId: ROW_ID,
    userId: USER_ID,
    systemUserId: SYSTEM_USER_ID,
    initiatingUserId: USER_ID,
    organizationId: ORGANIZATION_ID,
    businessUnitId: ORGANIZATION_ID,
    correlationId: `correlation ${++correlations}`,
    now: '2026-03-31T08:00:00Z',
    isInTransaction: true,
    target: null,
    parameters: {},
    preImage: null,
    postImage: null,
    sharedVariables: {},
    parents: [],
    ...more,
  };
}

/** For executions that ask nothing. */
export const noService: ServicePort = (requestJson) => {
  throw new Error(`A service call was made: ${requestJson}`);
};
