/** Asked for by engines and libraries on any object: promises, JSON, React, test tools. Their absence is an answer. */
const PASSIVE = ['then', 'toJSON', '$$typeof', 'nodeType', 'tagName', 'asymmetricMatch', 'inspect', '_reactInternals'];

/** Members by which scripts tell forms, grids, controls and events apart: some objects rightly lack them. */
export const KIND_MEMBERS = [
  'data',
  'ui',
  'getAttribute',
  'getControl',
  'getFormContext',
  'getGrid',
  'refresh',
  'getOptions',
];

/**
 * An object of the client API that says so when somebody asks for a member that the local host does not have: a stub
 * that answers "fine" would be worse than none.
 * @param name how the object is reached, for example `Xrm.Navigation`
 * @param absent members whose absence is the platform's own
 */
export function strict<T extends object>(name: string, members: T, absent: readonly string[] = []): T {
  const answered = new Set([...PASSIVE, ...absent]);
  return new Proxy(members, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || answered.has(key))
        return Reflect.get(target, key, receiver) as unknown;
      throw new Error(`${name}.${key} is not implemented by the local host`);
    },
  });
}
