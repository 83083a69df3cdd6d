import { PAGE_ROWS_MAX, type Query } from '@bbl/dataverse/query';
import { badCookie } from './faults';
import { readKeys, type SeekKeys, writeKeys } from './seek';

/** Which rows of a query's result a page holds. */
export interface PageWindow {
  readonly limit: number;
  readonly offset: number;
  /** Rows the page may hold; one more is read to see whether there are more. Absent with `top`: nothing follows. */
  readonly rows?: number;
  /** The place of the last row of the page before, where the cookie tells it. */
  readonly after?: SeekKeys;
}

/** @throws HostFault 0x80040203 when the cookie is none of ours */
export function pageWindow({ top, page, count, pagingCookie }: Query): PageWindow {
  if (top !== undefined) return { limit: Math.min(top, PAGE_ROWS_MAX), offset: 0 };
  const rows = Math.min(count ?? PAGE_ROWS_MAX, PAGE_ROWS_MAX);
  const after = pagingCookie === undefined ? undefined : readCookie(pagingCookie, page);
  return { limit: rows + 1, offset: (page - 1) * rows, rows, ...(after && { after }) };
}

const COOKIE =
  /^<cookie page="(\d+)">(?:<\w+ last="[^"]*" first="[^"]*" \/>)?(?:<place last="([^"]*)" \/>)?<\/cookie>$/;

/** A cookie helps the page that follows its own; any other page is found by counting. */
function readCookie(cookie: string, page: number): SeekKeys | undefined {
  const match = COOKIE.exec(cookie);
  if (!match) throw badCookie();
  const [, before, place] = match;
  if (place === undefined || Number(before) !== page - 1) return undefined;
  const keys = readKeys(place);
  if (!keys) throw badCookie();
  return keys;
}

export interface PageEnds {
  readonly page: number;
  readonly idColumn: string;
  readonly first: string | undefined;
  readonly last: string | undefined;
  /** Place of the last row in the order, where a page can begin behind it. */
  readonly place: SeekKeys | undefined;
}

/**
 * The cookie of a page as the platform writes it, its number with the first and last id, and the last row's place in the
 * order. For clients it is opaque.
 */
export function writeCookie({ page, idColumn, first, last, place }: PageEnds): string {
  const ids =
    first !== undefined && last !== undefined
      ? `<${idColumn} last="{${last.toUpperCase()}}" first="{${first.toUpperCase()}}" />`
      : '';
  return `<cookie page="${page}">${ids}${place ? `<place last="${writeKeys(place)}" />` : ''}</cookie>`;
}
