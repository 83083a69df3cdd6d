import type { Row } from '@bbl/dataverse/ports';
import type { ColumnReader, Stored } from './values/decode';

/** Builds rows from stored values; which key takes which value is settled once. */
export function rowReader(
  keys: readonly string[],
  readers: readonly ColumnReader[],
): (stored: readonly Stored[]) => Row {
  let at = 0;
  const plan = readers.map(({ expressions, decode }, index) => {
    const item = { key: keys[index] ?? '', at, decode };
    at += expressions.length;
    return item;
  });
  return (stored) => {
    const row: Row = {};
    for (const item of plan) row[item.key] = item.decode(stored[item.at] ?? null, stored[item.at + 1] ?? null);
    return row;
  };
}
