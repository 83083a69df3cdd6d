/** A stored value that the rules always write: its absence is a bug or foreign data, never a refusal. */
export function required<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new TypeError('A column that the server writes is empty');
  return value;
}
