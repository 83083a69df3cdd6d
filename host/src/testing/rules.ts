import { loadRules, type RulesRuntime } from '../pipeline/rules';

/**
 * A rules bundle made of handlers by key (`acme_order/create.20`, `api/acme_Pack`), each the body of a function with
 * `context`, `call(request)` (the value, or a thrown `{ fault }`) and `refuse(message)`. It returns the outcome's
 * properties. Every run is noted in `log`, which the handlers may add to.
 */
export function rulesOf(handlers: { readonly [key: string]: string }): RulesRuntime {
  const entries = Object.entries(handlers)
    .map(([key, body]) => `${JSON.stringify(key)}: (context, call, refuse) => {${body}\n}`)
    .join(',\n');
  return loadRules({
    code: `${RUNTIME.replace('/* handlers */', entries)}`,
    fileName: 'test rules',
    globalName: 'AcmeRules',
  });
}

const RUNTIME = `
var AcmeRules = (() => {
  const handlers = { /* handlers */ };
  const keyOf = (context) => context.stage === 30
    ? 'api/' + context.message
    : context.table + '/' + context.message.toLowerCase() + '.' + context.stage;
  const execute = (contextJson, service) => {
    const context = JSON.parse(contextJson);
    const call = (request) => {
      const answer = JSON.parse(service(JSON.stringify({ as: 'user', ...request })));
      if (answer.fault) throw { fault: answer.fault };
      return answer.value;
    };
    const refuse = (message) => { throw { refused: { code: 'ACME-1', message } }; };
    try {
      const handler = handlers[keyOf(context)];
      if (!handler) throw new Error('No handler for ' + keyOf(context));
      return JSON.stringify({ ok: true, ...handler(context, call, refuse) });
    } catch (thrown) {
      if (thrown instanceof Error) return JSON.stringify({ ok: false, fault: { code: '', message: thrown.stack } });
      return JSON.stringify({ ok: false, ...thrown });
    }
  };
  return { execute, handlers: () => Object.keys(handlers) };
})();
`;
