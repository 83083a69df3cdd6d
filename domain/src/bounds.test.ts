import { sentenceOf } from './messages';
import {
  callBoundViolations,
  confirmableCount,
  confirmBoundViolations,
  deleteBoundViolations,
  draftRoomViolations,
  exactlyOneOf,
  invalidRequest,
  saveBoundViolations,
  seriesPage,
} from './bounds';
import { codesOf, decided } from './testing/values';

test('BBL-GRD-08: at most 500 rows a call', () => {
  expect(codesOf(callBoundViolations(500))).toEqual([]);
  expect(codesOf(callBoundViolations(501))).toEqual(['BBL-GRD-08']);
});

test('BBL-INV-09: at most 250 invoices a confirmation', () => {
  expect(codesOf(confirmBoundViolations(250))).toEqual([]);
  expect(codesOf(confirmBoundViolations(251))).toEqual(['BBL-INV-09']);
});

test('BBL-INV-20: a draft of 1,000 details takes no manual one', () => {
  expect(codesOf(draftRoomViolations(999))).toEqual([]);
  expect(codesOf(draftRoomViolations(1000))).toEqual(['BBL-INV-20']);
});

test('BBL-CON-12: a save changes at most 500 rows below it, a delete takes at most 2,000 with it', () => {
  expect(codesOf(saveBoundViolations(500, ''))).toEqual([]);
  expect(codesOf(deleteBoundViolations(2000, ''))).toEqual([]);
  expect(saveBoundViolations(501, 'Recall entries first.').map((each) => sentenceOf(each))).toEqual([
    'BBL-CON-12: This concerns 501 rows below; at most 500 go at once. Recall entries first.',
  ]);
  expect(codesOf(deleteBoundViolations(2001, ''))).toEqual(['BBL-CON-12']);
});

test('8.7-1: a call stops before the invoice that would bring it above 1,000 details', () => {
  expect(confirmableCount([400, 600])).toBe(2);
  expect(confirmableCount([400, 600, 1])).toBe(2);
  expect(confirmableCount([400, 601])).toBe(1);
  expect(confirmableCount([1000, 1])).toBe(1);
  expect(confirmableCount([])).toBe(0);
});

test('10-6: a page of a series names where the next call goes on, and nothing when nothing is left', () => {
  const rows = ['a', 'b', 'c'];
  const keyOf = (row: string): string => `after ${row}`;
  expect(seriesPage(rows, 2, keyOf)).toEqual({ rows: ['a', 'b'], next: 'after b' });
  expect(seriesPage(rows, 3, keyOf)).toEqual({ rows, next: '' });
  expect(seriesPage([], 3, keyOf)).toEqual({ rows: [], next: '' });
});

test('BBL-GRD-07: a request gives exactly one of two parameters', () => {
  expect(decided(exactlyOneOf({ Ids: true, FetchXml: false }))).toBe('Ids');
  expect(codesOf(exactlyOneOf({ Ids: true, FetchXml: true }))).toEqual(['BBL-GRD-07']);
  expect(codesOf(exactlyOneOf({ Ids: false, FetchXml: false }))).toEqual(['BBL-GRD-07']);
  expect(sentenceOf(invalidRequest('give Ids'))).toBe('BBL-GRD-07: The request is not valid: give Ids.');
});
