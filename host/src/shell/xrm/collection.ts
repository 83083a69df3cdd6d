/** How the client API hands out lists: everything, one by name or position, those that match. */
export type CollectionFilter<T> = string | number | ((item: T, index: number) => boolean);

export function select<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  filter: CollectionFilter<T> | undefined,
): T | readonly T[] | null {
  if (filter === undefined || filter === null) return items;
  if (typeof filter === 'function') return items.filter(filter);
  if (typeof filter === 'number') return items[filter] ?? null;
  return items.find((item) => nameOf(item) === filter) ?? null;
}

/** A collection with `get`, `getLength` and `forEach`. */
export function collection<T>(items: () => readonly T[], nameOf: (item: T) => string) {
  return {
    get: (filter?: CollectionFilter<T>) => select(items(), nameOf, filter),
    getLength: () => items().length,
    forEach: (visit: (item: T, index: number) => void) => items().forEach(visit),
  };
}
