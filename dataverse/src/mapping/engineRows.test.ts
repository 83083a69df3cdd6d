import { choice, dateTime, decimal, guid, lookup, money } from '../ports';
import { decodeColumns, decodeRow, encodeRow } from './engineRows';

const ID = '00000000-0000-4000-8000-00000000000a';

const ROW = {
  bbl_milestoneid: guid(ID),
  bbl_name: 'Design',
  bbl_date: dateTime('2026-03-31T00:00:00Z'),
  bbl_amount: money('-1200.50'),
  bbl_nextinvoicepercent: decimal('33.3333'),
  bbl_headerstatus: choice(482100001),
  bbl_openround: 2,
  bbl_contractlineid: lookup('bbl_contractline', ID),
  createdon: dateTime('2026-03-31T08:00:00Z'),
  ownerid: lookup('systemuser', ID),
  bbl_description: null,
};

const PLAIN = {
  bbl_milestoneid: ID,
  bbl_name: 'Design',
  bbl_date: '2026-03-31',
  bbl_amount: '-1200.50',
  bbl_nextinvoicepercent: '33.3333',
  bbl_headerstatus: 482100001,
  bbl_openround: 2,
  bbl_contractlineid: ID,
  createdon: '2026-03-31T08:00:00Z',
  ownerid: ID,
  bbl_description: null,
} as const;

test('a row keeps every kind of value on its way to the rules and back', () => {
  expect(decodeRow('bbl_milestone', ROW)).toEqual(PLAIN);
  expect(encodeRow('bbl_milestone', PLAIN)).toEqual(ROW);
});

test('10-1: no amount passes through a number', () => {
  const exact = '90071992547409.93';
  expect(encodeRow('bbl_milestone', { bbl_amount: exact })).toEqual({ bbl_amount: money(exact) });
  expect(decodeRow('bbl_milestone', { bbl_amount: money(exact) })).toEqual({ bbl_amount: exact });
});

test('an owner that is a team stays one', () => {
  const row = { ownerid: lookup('team', ID) };
  expect(encodeRow('bbl_milestone', decodeRow('bbl_milestone', row))).toEqual(row);
});

test('columns that were asked for are all there', () => {
  expect(decodeColumns('bbl_milestone', {}, ['bbl_name', 'bbl_tax'])).toEqual({ bbl_name: null, bbl_tax: null });
});

test('an unknown column or table is a bug', () => {
  expect(() => encodeRow('bbl_milestone', { bbl_slip: 1 } as object)).toThrow('Unknown column bbl_milestone.bbl_slip');
  expect(() => decodeRow('bbl_slip' as 'bbl_milestone', {})).toThrow('Unknown table bbl_slip');
});
