import { numberText, parseJson, parseJsonObject } from './exactJson';

describe('JSON whose numbers lose nothing', () => {
  test.each(['900719925474099.12', '-12345678901234567890.000001', '0.12345678901234567', '1.5', '3', '1e3'])(
    '%s keeps its digits',
    (number) => {
      const { value } = parseJsonObject(`{"value": ${number}}`);
      expect(Number(numberText(value!))).toBe(Number(number));
      if (number.replace(/\D/g, '').length > 15) expect(numberText(value!)).toBe(number);
    },
  );

  test('texts that look like numbers stay texts', () => {
    const text = '{"a":"12345678901234567890","b":"say \\"12345678901234567890\\" twice","c":12345678901234567890}';
    const { a, b, c } = parseJsonObject(text);
    expect(a).toBe('12345678901234567890');
    expect(b).toBe('say "12345678901234567890" twice');
    expect(numberText(c!)).toBe('12345678901234567890');
  });

  test('numbers in lists keep their digits too', () => {
    expect((parseJson('[1, 12345678901234567890]') as never[]).map(numberText)).toEqual(['1', '12345678901234567890']);
  });

  test.each(['{"a":012345678901234567}', '{"a":1.2.3456789012345678}', '{', '[1', 'nonsense'])(
    '%s is no JSON',
    (text) => {
      expect(() => parseJson(text)).toThrow('not valid JSON');
    },
  );

  test('an object within a JSON string is the object, anything else in one is refused', () => {
    expect(parseJsonObject(JSON.stringify('{"a":"x"}'))).toEqual({ a: 'x' });
    expect(() => parseJsonObject('"x"')).toThrow('not valid JSON');
    expect(() => parseJsonObject(JSON.stringify('"{}"'))).toThrow('JSON object');
  });

  test('an empty body is an empty object, a list is refused', () => {
    expect(parseJsonObject('')).toEqual({});
    expect(() => parseJsonObject('[]')).toThrow('JSON object');
  });
});
