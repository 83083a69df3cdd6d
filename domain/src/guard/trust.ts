/** Who writes, and what led there. */
export interface Caller {
  readonly userId: string;
  /** Id of the SYSTEM user: `organization.systemuserid`. */
  readonly systemUserId: string;
  /** The parent contexts, nearest first. `table` is empty for custom APIs without a bound table. */
  readonly parents: readonly { readonly message: string; readonly table: string }[];
}

/**
 * Whether the server trusts a write: it comes from the SYSTEM user, and one of our custom APIs or a message on one of
 * our tables led to it. Neither alone is enough, nor is any role or parameter.
 * @param prefix the publisher's, with its underscore. domain.md 0.1-4.
 */
export function isServerWrite(caller: Caller, prefix: string): boolean {
  const isOurs = (name: string): boolean => name.toLowerCase().startsWith(prefix);
  return (
    caller.userId === caller.systemUserId &&
    caller.parents.some(({ message, table }) => isOurs(message) || isOurs(table))
  );
}
