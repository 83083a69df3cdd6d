import { pageHref, parsePage, type Page } from './pageUrl';

const ID = '11111111-1111-4111-8111-111111111111';

test.each<[string, Page]>([
  ['/', { kind: 'home' }],
  ['/main.aspx?appname=a', { kind: 'home' }],
  ['/main.aspx?pagetype=entitylist&etn=Order', { kind: 'list', table: 'order' }],
  [
    `/main.aspx?pagetype=entitylist&etn=order&viewid={${ID.toUpperCase()}}`,
    { kind: 'list', table: 'order', viewId: ID },
  ],
  [`/main.aspx?pagetype=entityrecord&etn=order&id=${ID}`, { kind: 'record', table: 'order', id: ID }],
  ['/main.aspx?pagetype=entityrecord&etn=order', { kind: 'record', table: 'order' }],
  [
    '/main.aspx?pagetype=webresource&webresourceName=x_/a.html&data=1',
    { kind: 'webresource', name: 'x_/a.html', data: '1' },
  ],
  ['/WebResources/x_/a.html', { kind: 'webresource', name: 'x_/a.html' }],
  ['$webresource:x_/a.html', { kind: 'webresource', name: 'x_/a.html' }],
])('%s opens the page it names', (address, page) => {
  expect(parsePage(address)).toEqual(page);
});

test.each<Page>([
  { kind: 'list', table: 'order', viewId: ID },
  { kind: 'record', table: 'order', id: ID, formId: ID },
  { kind: 'record', table: 'order' },
  { kind: 'webresource', name: 'x_/a.html', data: 'a&b=c' },
])('the address of a page leads back to it: %j', (page) => {
  const href = pageHref(page, 'sample_app');
  expect(href).toContain('appname=sample_app');
  expect(parsePage(href)).toEqual(page);
});
