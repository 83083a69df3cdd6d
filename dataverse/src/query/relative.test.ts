import { dateRange, userIds } from './relative';

/** A Wednesday. */
const NOW = '2026-02-25T14:30:10Z';
const moments = (operator: Parameters<typeof dateRange>[0], ...values: (string | number)[]) =>
  dateRange(operator, values, NOW, false);
const days = (operator: Parameters<typeof dateRange>[0], ...values: (string | number)[]) =>
  dateRange(operator, values, NOW, true);

test.each<[Parameters<typeof dateRange>[0], unknown]>([
  ['yesterday', { from: '2026-02-24', before: '2026-02-25' }],
  ['today', { from: '2026-02-25', before: '2026-02-26' }],
  ['tomorrow', { from: '2026-02-26', before: '2026-02-27' }],
  ['last-seven-days', { from: '2026-02-18', before: '2026-02-26' }],
  ['next-seven-days', { from: '2026-02-25', before: '2026-03-05' }],
  ['this-week', { from: '2026-02-22', before: '2026-03-01' }],
  ['last-week', { from: '2026-02-15', before: '2026-02-22' }],
  ['next-month', { from: '2026-03-01', before: '2026-04-01' }],
  ['this-month', { from: '2026-02-01', before: '2026-03-01' }],
  ['last-year', { from: '2025-01-01', before: '2026-01-01' }],
])('%s on a date-only column', (operator, range) => {
  expect(days(operator)).toEqual(range);
});

test('last-x-days reaches from the start of that day to now, next-x-days from now to the end of that day', () => {
  expect(moments('last-x-days', 3)).toEqual({ from: '2026-02-22T00:00:00Z', before: '2026-02-25T14:30:11Z' });
  expect(moments('next-x-days', 3)).toEqual({ from: NOW, before: '2026-03-01T00:00:00Z' });
  expect(moments('next-x-hours', 2)).toEqual({ from: NOW, before: '2026-02-25T17:00:00Z' });
  expect(days('last-x-days', 3)).toEqual({ from: '2026-02-22', before: '2026-02-26' });
  expect(days('next-x-days', 3)).toEqual({ from: '2026-02-25', before: '2026-03-01' });
});

test('olderthan-x ends where last-x begins; months keep the last day where they are shorter', () => {
  expect(moments('olderthan-x-days', 3)).toEqual({ before: '2026-02-22T00:00:00Z' });
  expect(moments('olderthan-x-minutes', 31)).toEqual({ before: '2026-02-25T13:59:00Z' });
  expect(dateRange('olderthan-x-months', [1], '2026-03-31T00:00:00Z', true)).toEqual({ before: '2026-02-28' });
  expect(dateRange('olderthan-x-years', [2], '2024-02-29T00:00:00Z', true)).toEqual({ before: '2022-02-28' });
});

test('on and its kind cover the whole day', () => {
  expect(moments('on', '2026-02-28')).toEqual({ from: '2026-02-28T00:00:00Z', before: '2026-03-01T00:00:00Z' });
  expect(moments('not-on', '2026-02-28')).toMatchObject({ outside: true });
  expect(moments('on-or-before', '2026-02-28')).toEqual({ before: '2026-03-01T00:00:00Z' });
  expect(days('on-or-after', '2026-02-28')).toEqual({ from: '2026-02-28' });
});

test('user operators compare with the caller, the teams and the business unit', () => {
  const context = { now: NOW, userId: 'u', businessUnitId: 'b', teamIds: ['t'] };
  expect(userIds('eq-userid', context)).toEqual({ ids: ['u'], isNegated: false });
  expect(userIds('ne-userid', context)).toEqual({ ids: ['u'], isNegated: true });
  expect(userIds('eq-useroruserteams', context)).toEqual({ ids: ['u', 't'], isNegated: false });
  expect(userIds('eq-userteams', context)).toEqual({ ids: ['t'], isNegated: false });
  expect(userIds('ne-businessid', context)).toEqual({ ids: ['b'], isNegated: true });
});
