import type { ExecutionContext, ExecutionOutcome, ServicePort } from '@bbl/dataverse/ports';
import { handlerKeys, REGISTRY } from '../registry';
import { run } from './execute';

/** Runs the handler of a context and says how it ended. */
export const execute = (context: ExecutionContext, service: ServicePort): ExecutionOutcome =>
  run(context, service, REGISTRY);

export const handlers = handlerKeys;
