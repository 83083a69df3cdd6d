import { compareDecimals, divide, formatDecimal, formatFixed, parseDecimal, roundTo } from './decimal';

const read = (text: string) => parseDecimal(text)!;

describe('exact decimals', () => {
  test.each([
    ['1200.50', '1200.5'],
    ['-0.00', '0'],
    ['1.2e3', '1200'],
    ['1200e-2', '12'],
    ['.5', '0.5'],
    ['922337203685477.5807', '922337203685477.5807'],
  ])('%s reads as %s', (text, expected) => {
    expect(formatDecimal(read(text))).toBe(expected);
  });

  test.each(['', '.', '1.2.3', 'abc', '1e', '0x10', '1e9999'])('%s is no decimal', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  test('one half goes away from zero', () => {
    expect(formatFixed(roundTo(read('2.345'), 2))).toBe('2.35');
    expect(formatFixed(roundTo(read('-2.345'), 2))).toBe('-2.35');
    expect(formatFixed(roundTo(read('2.3449'), 2))).toBe('2.34');
    expect(formatFixed(roundTo(read('7'), 2))).toBe('7.00');
  });

  test('division keeps every digit that was asked for', () => {
    expect(formatFixed(divide(read('100'), read('3'), 4))).toBe('33.3333');
    expect(formatFixed(divide(read('-100'), read('0.0075'), 2))).toBe('-13333.33');
    expect(formatFixed(divide(read('1'), read('147.1234567891'), 4))).toBe('0.0068');
  });

  test('comparison does not depend on trailing zeros', () => {
    expect(compareDecimals(read('1.50'), read('1.5'))).toBe(0);
    expect(compareDecimals(read('-2'), read('1'))).toBe(-1);
  });
});
