import vm from 'node:vm';

/** Stands for every object of the browser and the client API: whatever is read of it or called on it gives itself. */
const STAND_IN = `(() => {
  const standIn = new Proxy(function () {}, {
    get: (_, key) => (key === Symbol.toPrimitive ? () => '' : standIn),
    apply: () => standIn,
    construct: () => standIn,
  });
  return standIn;
})()`;

const GLOBALS = ['Xrm', 'document', 'navigator', 'location', 'fetch', 'console', 'setTimeout'];

/** A script of a web resource that was loaded against stand-ins. Paths are of globals: `Bbl.Commands.markReady`. */
export interface LoadedScript {
  isFunction(path: string): boolean;
  /**
   * What the function answers where nothing is selected: the kind of value, or the error that it threw.
   * @param parameters names of what the command bar passes, as in `<CrmParameter Value=…>`.
   */
  answerOf(path: string, parameters: readonly string[]): string;
}

/**
 * Runs a script of a web resource against stand-ins.
 * @throws Error when the script fails while it loads.
 */
export function loadScript(script: string, file: string): LoadedScript {
  const context = vm.createContext({});
  vm.runInContext(`var window = globalThis, self = globalThis, ${GLOBALS.join(', ')};`, context);
  vm.runInContext(`${GLOBALS.join(' = ')} = ${STAND_IN};`, context);
  vm.runInContext(script, context, { filename: file });
  return {
    isFunction: (path) =>
      PATH.test(path) &&
      vm.runInContext(`typeof globalThis?.${path.replaceAll('.', '?.')} === 'function'`, context) === true,
    answerOf: (path, parameters) =>
      String(vm.runInContext(`(${ANSWER})(() => ${path}(${parameters.map(argumentFor).join()}))`, context)),
  };
}

const PATH = /^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/;

/** Lists are empty, objects of the client API stand-ins, anything else is a text. */
function argumentFor(parameter: string): string {
  if (/(Ids|References)$/.test(parameter)) return '[]';
  if (parameter.endsWith('Count')) return '0';
  return /(Control|Properties)$/.test(parameter) ? 'Xrm' : JSON.stringify(parameter);
}

/** A promise may be rejected later: that hides the button as a throw does, but cannot be waited for here. */
const ANSWER = `(call) => {
  try {
    const answer = call();
    if (typeof answer?.then !== 'function') return typeof answer;
    answer.then(() => {}, () => {});
    return 'promise';
  } catch (error) {
    return String(error);
  }
}`;
