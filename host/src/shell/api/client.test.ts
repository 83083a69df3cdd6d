import { idFromHeader, readPagingCookie } from './client';

test('the paging cookie is unwrapped and decoded twice', () => {
  const cookie = '<cookie page="1"><orderid last="{1}" first="{2}"/></cookie>';
  const wrapped = `<cookie pagenumber="2" pagingcookie="${encodeURIComponent(encodeURIComponent(cookie))}" istracking="False"/>`;
  expect(readPagingCookie(wrapped)).toBe(cookie);
  expect(readPagingCookie(undefined)).toBeUndefined();
});

test('the id of a new row is read from the header', () => {
  expect(idFromHeader('http://host/api/data/v9.2/orders(11111111-1111-4111-8111-11111111111A)')).toBe(
    '11111111-1111-4111-8111-11111111111a',
  );
  expect(() => idFromHeader(null)).toThrow('did not say which');
});
