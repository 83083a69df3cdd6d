import { formatMoney, parseNumber } from './numbers';

test.each([
  ['1,234.50', 2, 1234.5],
  ['$1,234.50', 2, 1234.5],
  ['-5', 0, -5],
  ['.5', 2, 0.5],
  ['2.500', 2, 2.5],
])('%s is read with %i decimals', (text, decimals, value) => {
  expect(parseNumber(text, { decimals })).toEqual({ ok: true, value });
});

test('an empty text is no value', () => {
  expect(parseNumber('  ', { decimals: 2 })).toEqual({ ok: true, value: null });
});

test.each([
  ['abc', 2, 'Enter a number.'],
  ['1.234', 2, 'Enter at most 2 digits after the point.'],
  ['1.5', 0, 'Enter a whole number.'],
  ['1,23', 2, 'Enter a number.'],
  ['--1', 2, 'Enter a number.'],
])('%s is refused, never rounded', (text, decimals, message) => {
  expect(parseNumber(text, { decimals })).toEqual({ ok: false, message });
});

test('limits of the column are kept', () => {
  expect(parseNumber('-1', { decimals: 2, minValue: '0' })).toEqual({
    ok: false,
    message: 'Enter a number of 0 or more.',
  });
  expect(parseNumber('101', { decimals: 0, maxValue: '100' })).toEqual({
    ok: false,
    message: 'Enter a number of 100 or less.',
  });
});

test('money has its sign before the symbol', () => {
  expect(formatMoney(-1234.5, 2, '$')).toBe('-$1,234.50');
  expect(formatMoney(1500, 0, '¥')).toBe('¥1,500');
});
