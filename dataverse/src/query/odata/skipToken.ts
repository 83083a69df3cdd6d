import type { Query } from '../ast';
import { syntaxFault } from './tokens';

const TOKEN = /^<cookie pagenumber="(\d{1,9})" pagingcookie="([^"]*)" istracking="False" \/>$/;

/**
 * The `$skiptoken` of a next link, shaped as the platform's: the page to come and the cookie of the page before, the
 * latter encoded twice. Not yet encoded for the address.
 */
export const writeSkipToken = (page: number, pagingCookie: string): string =>
  `<cookie pagenumber="${page}" pagingcookie="${encodeURIComponent(encodeURIComponent(pagingCookie))}" istracking="False" />`;

/** @throws QueryFault 0x80060888 when the text is none that {@link writeSkipToken} wrote */
export function readSkipToken(token: string): Pick<Query, 'page' | 'pagingCookie'> {
  const match = TOKEN.exec(token);
  const page = Number(match?.[1] ?? 0);
  const pagingCookie = decodeTwice(match?.[2] ?? '');
  if (page < 1 || pagingCookie === undefined) throw syntaxFault('The $skiptoken is not valid.');
  return { page, pagingCookie };
}

function decodeTwice(text: string): string | undefined {
  try {
    return decodeURIComponent(decodeURIComponent(text));
  } catch {
    return undefined; // A stray % of someone who wrote the token by hand.
  }
}
