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

/**
 * Runs a script of a web resource against stand-ins and tells whether a path of globals leads to a function, for
 * example `Bbl.Commands.markReady`.
 * @throws Error when the script fails while it loads.
 */
export function scriptFunctions(script: string, file: string): (path: string) => boolean {
  const context = vm.createContext({});
  vm.runInContext(`var window = globalThis, self = globalThis, ${GLOBALS.join(', ')};`, context);
  vm.runInContext(`${GLOBALS.join(' = ')} = ${STAND_IN};`, context);
  vm.runInContext(script, context, { filename: file });
  return (path) =>
    /^[A-Za-z_$][\w$]*(\.[A-Za-z_$][\w$]*)*$/.test(path) &&
    vm.runInContext(`typeof globalThis?.${path.replaceAll('.', '?.')} === 'function'`, context) === true;
}
