import { existsSync, readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import type { RulesBundle } from '@bbl/dataverse/ports';

/** What runs the steps and custom APIs of the solution. */
export type RulesRuntime = RulesBundle;

export interface RulesSource {
  /** The script's text, or the file it is read from. */
  readonly code: string;
  readonly fileName: string;
  /** Global variable that the script defines. */
  readonly globalName: string;
}

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;
const NO_PARAMETERS: ReadonlySet<string> = new Set(['eval', 'undefined', 'NaN', 'Infinity', 'globalThis']);

/**
 * Loads a bundle into a context of its own, which offers the language and nothing else, like the engine in Dataverse.
 *
 * The script runs inside a function that receives the built-in objects as parameters: in a `node:vm` context every
 * access to a global passes an interceptor, which makes code full of `Map` and `JSON` about eight times slower.
 */
export function loadRules(source: RulesSource): RulesRuntime {
  const context = createContext({});
  const globals = (runInContext('Object.getOwnPropertyNames(globalThis)', context) as string[]).filter(
    (name) => IDENTIFIER.test(name) && !NO_PARAMETERS.has(name),
  );
  const script = `(function (${globals.join()}) {${source.code}\n;return ${source.globalName};\n})(${globals.join()})`;
  const bundle = runInContext(script, context, { filename: source.fileName }) as Partial<RulesBundle> | undefined;
  if (typeof bundle?.execute !== 'function' || typeof bundle.handlers !== 'function') {
    throw new Error(`${source.fileName} does not define ${source.globalName} with execute and handlers`);
  }
  return bundle as RulesBundle;
}

/** Reads the bundle from a file; without one there is a runtime that knows no handler. */
export function loadRulesFile(file: string, globalName: string): RulesRuntime {
  if (!existsSync(file)) return NO_RULES;
  return loadRules({ code: readFileSync(file, 'utf8'), fileName: file, globalName });
}

/** For solutions without steps. */
export const NO_RULES: RulesRuntime = {
  execute: () => {
    throw new Error('A step is registered, but no rules bundle was built');
  },
  handlers: () => [],
};
