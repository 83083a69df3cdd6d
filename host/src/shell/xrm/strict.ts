/** Asked for by engines and libraries on any object: promises, JSON, React, test tools. Their absence is an answer. */
const PASSIVE = new Set([
  'then',
  'toJSON',
  '$$typeof',
  'nodeType',
  'tagName',
  'asymmetricMatch',
  'inspect',
  '_reactInternals',
]);

/**
 * An object of the client API that says so when somebody asks for a member that the local host does not have: a stub
 * that answers "fine" would be worse than none.
 * @param name how the object is reached, for example `Xrm.Navigation`
 */
export function strict<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || PASSIVE.has(key))
        return Reflect.get(target, key, receiver) as unknown;
      throw new Error(`${name}.${key} is not implemented by the local host`);
    },
  });
}
