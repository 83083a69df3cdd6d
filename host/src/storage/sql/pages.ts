import type { Value } from '@bbl/dataverse/ports';
import { PAGE_ROWS_MAX, type Query } from '@bbl/dataverse/query';
import { badCookie } from './faults';

/** Which rows of a query's result a page holds. */
export interface PageWindow {
  readonly limit: number;
  readonly offset: number;
  /** Rows the page may hold; one more is read to see whether there are more. Absent with `top`: nothing follows. */
  readonly rows?: number;
}

export function pageWindow({ top, page, count, pagingCookie }: Query): PageWindow {
  if (top !== undefined) return { limit: Math.min(top, PAGE_ROWS_MAX), offset: 0 };
  if (pagingCookie !== undefined && !COOKIE.test(pagingCookie)) throw badCookie();
  const rows = Math.min(count ?? PAGE_ROWS_MAX, PAGE_ROWS_MAX);
  return { limit: rows + 1, offset: (page - 1) * rows, rows };
}

const COOKIE = /^<cookie page="\d+">.*<\/cookie>$/s;

/** The cookie of a page, as the platform writes it: its number, and first and last id. For clients it is opaque. */
export function writeCookie(page: number, idColumn: string, first: Value | undefined, last: Value | undefined): string {
  const ids = isId(first) && isId(last) ? `<${idColumn} last="{${braced(last)}}" first="{${braced(first)}}" />` : '';
  return `<cookie page="${page}">${ids}</cookie>`;
}

const isId = (value: Value | undefined): value is { readonly t: 'guid'; readonly v: string } =>
  typeof value === 'object' && value !== null && 't' in value && value.t === 'guid';
const braced = ({ v }: { readonly v: string }): string => v.toUpperCase();
