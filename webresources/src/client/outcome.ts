import type { RowResult } from './port';

/** Reads the `Results` text of a command: a JSON array with one object a row (surface.md section 5). */
export function parseResults(text: string | undefined): readonly RowResult[] {
  return text === undefined || text === '' ? [] : (JSON.parse(text) as RowResult[]);
}

/** Ids as the Web API writes them: lower case, no braces. Grids hand them over as `{UPPER-CASE}`. */
export const plainId = (id: string): string => id.replace(/[{}]/g, '').toLowerCase();
