import type { ExecutionContext, RulesBundle, ServicePort } from '@bbl/dataverse/ports';
import { loadRules } from './lazyRules';
import { isOwnWrite } from './trust';

const PASSED = JSON.stringify({ ok: true });

/**
 * What an engine calls for every step and custom API. Both sides speak JSON text: docs/adr/0003-plug-in-border.md.
 * Steps have no say in what the server itself writes, so that most executions of a large command end before the rules
 * have started: docs/adr/0008-rules-start-when-needed.md.
 */
export const execute: RulesBundle['execute'] = (contextJson, service: ServicePort) => {
  const context = JSON.parse(contextJson) as ExecutionContext;
  if (context.stage !== 30 && isOwnWrite(context)) return PASSED;
  return JSON.stringify(loadRules().execute(context, service));
};

export const handlers: RulesBundle['handlers'] = () => loadRules().handlers();
