import type { ExecutionContext, RulesBundle, ServicePort } from '@bbl/dataverse/ports';
import { REGISTRY, handlerKeys } from '../registry';
import { run } from './execute';

/** What an engine calls for every step and custom API. Both sides speak JSON text: docs/adr/0003-plug-in-border.md. */
export const execute: RulesBundle['execute'] = (contextJson, service: ServicePort) =>
  JSON.stringify(run(JSON.parse(contextJson) as ExecutionContext, service, REGISTRY));

export const handlers: RulesBundle['handlers'] = handlerKeys;
