import type { RowPage, ServiceRequest } from '@bbl/dataverse/ports';
import { eq } from '@bbl/dataverse/fetch';
import { ROW_ID, scriptedPort } from '../testing/scriptedPort';
import { FaultError } from './faultError';
import { openServices } from './service';

const page = (rows: RowPage['rows'], more: Partial<RowPage> = {}): { value: RowPage } => ({
  value: { rows, moreRecords: false, ...more },
});
const fetchXmlOf = (request: ServiceRequest | undefined): string =>
  request?.op === 'retrieveMultiple' ? request.fetchXml : '';

test('writes carry the values of their columns and whose rights they use', () => {
  const { port, requests } = scriptedPort(() => ({ value: { t: 'guid', v: ROW_ID } }));
  const { user, system } = openServices(port);
  expect(system.create('bbl_milestone', { bbl_amount: '1', bbl_date: '2026-03-31', ownerid: `team:${ROW_ID}` })).toBe(
    ROW_ID,
  );
  user.update('bbl_milestone', ROW_ID, { bbl_description: null }, '7');
  expect(requests).toEqual([
    {
      as: 'system',
      op: 'create',
      table: 'bbl_milestone',
      row: {
        bbl_amount: { t: 'money', v: '1' },
        bbl_date: { t: 'datetime', v: '2026-03-31T00:00:00Z' },
        ownerid: { t: 'lookup', table: 'team', id: ROW_ID },
      },
    },
    { as: 'user', op: 'update', table: 'bbl_milestone', id: ROW_ID, row: { bbl_description: null }, rowVersion: '7' },
  ]);
});

test('10-4: a query reads all pages, with the cookie of the page before', () => {
  const { port, requests } = scriptedPort((request) =>
    fetchXmlOf(request).includes('page="1"')
      ? page([{ bbl_name: 'A' }], { moreRecords: true, pagingCookie: '<cookie page="1"/>' })
      : page([{}]),
  );
  const rows = openServices(port).system.query('bbl_milestone', ['bbl_name'], (query) =>
    query.where(eq('bbl_name', 'x')),
  );
  expect(rows).toEqual([{ bbl_name: 'A' }, { bbl_name: null }]);
  expect(fetchXmlOf(requests[1])).toContain('page="2" count="5000" paging-cookie="&lt;cookie page=&quot;1&quot;/&gt;"');
});

test('ids are asked for in lists of 500, each once, and not at all when there are none', () => {
  const { port, requests } = scriptedPort(() => page([]));
  const { system } = openServices(port);
  const ids = Array.from({ length: 501 }, (_, index) => `id ${index}`);
  system.queryIn('bbl_milestone', ['bbl_name'], 'bbl_milestoneid', [...ids, ...ids]);
  system.queryIn('bbl_milestone', ['bbl_name'], 'bbl_milestoneid', []);
  expect(requests.map((request) => fetchXmlOf(request).split('<value>').length - 1)).toEqual([500, 1]);
});

test('a fault is thrown with the platform’s code', () => {
  const fault = { code: '0x80040220', message: 'Principal lacks a privilege' };
  const { port } = scriptedPort(() => ({ fault }));
  expect(() => openServices(port).user.retrieve('bbl_milestone', ROW_ID, ['bbl_name'])).toThrow(FaultError);
});
