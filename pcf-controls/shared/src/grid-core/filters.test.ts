import { filterColumn, isEmptyFilter, readTypedNumber } from './filters';

const ENGLISH = { decimalSeparator: '.', groupSeparator: ',' };
const GERMAN = { decimalSeparator: ',', groupSeparator: '.' };

describe('filters', () => {
  test('a filter that asks for nothing is no filter', () => {
    expect(isEmptyFilter({ kind: 'contains', text: '  ' })).toBe(true);
    expect(isEmptyFilter({ kind: 'anyOf', values: [] })).toBe(true);
    expect(isEmptyFilter({ kind: 'dates', to: '2026-01-31' })).toBe(false);
    expect(isEmptyFilter({ kind: 'range', min: '0' })).toBe(false);
    const filters = filterColumn(new Map(), 'a', { kind: 'contains', text: 'x' });
    expect(filters.size).toBe(1);
    expect(filterColumn(filters, 'a', undefined).size).toBe(0);
  });

  test.each([
    ['1,234.50', ENGLISH, '1234.5'],
    ['1.234,50', GERMAN, '1234.5'],
    ['-7', ENGLISH, '-7'],
    ['.5', ENGLISH, '0.5'],
    ['12.000', ENGLISH, '12'],
    ['abc', ENGLISH, undefined],
    ['', ENGLISH, undefined],
    ['-', ENGLISH, undefined],
  ])('%j is read as %j', (typed, format, expected) => {
    expect(readTypedNumber(typed, format)).toBe(expected);
  });
});
