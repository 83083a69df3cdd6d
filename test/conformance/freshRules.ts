import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import type { RulesBundle } from '@bbl/dataverse/ports';

const RULES_FILE = join(__dirname, '../../build/plugins/rules.js');

/** What the bundle uses of the language's globals; given as parameters, since a context's globals are slow to reach. */
const GLOBALS =
  'Array,Boolean,Error,JSON,Map,Math,Number,Object,RangeError,RegExp,Set,String,Symbol,SyntaxError,TypeError,WeakMap';

/**
 * The bundle as the plug-in runs it: started anew for every execution, so that nothing is left over from the one
 * before. The local host keeps it loaded instead.
 */
export function freshRules(): RulesBundle {
  const code = readFileSync(RULES_FILE, 'utf8');
  const script = `((start) => () => start(${GLOBALS}))(function (${GLOBALS}) {${code}\n;return BblRules;\n})`;
  const start = runInContext(script, createContext({}), { filename: RULES_FILE }) as () => RulesBundle;
  return {
    execute: (contextJson, service) => start().execute(contextJson, service),
    handlers: () => start().handlers(),
  };
}
