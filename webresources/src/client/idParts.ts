import { plainId } from './outcome';

/** A filter of more values than this is sent in parts: it stands in an address, which may have 32 KB. */
const IDS_A_QUERY_MAX = 200;

/** Ids as queries take them, in parts of which each fits into one. */
export function idParts(ids: readonly string[]): readonly (readonly string[])[] {
  const parts: string[][] = [];
  for (let start = 0; start < ids.length; start += IDS_A_QUERY_MAX) {
    parts.push(ids.slice(start, start + IDS_A_QUERY_MAX).map(plainId));
  }
  return parts;
}
