// Generated from solution/ by `npm run gen`. Do not edit.

/** Columns by table that only the server may write (domain.md 2.1-1): what the guard steps of Update filter on. */
export const SERVER_MANAGED: { readonly [table: string]: readonly string[] } = {};
