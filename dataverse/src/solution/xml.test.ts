import { ShapeError } from './errors';
import { child, children, childText, flag, guidOf, parseXml, requiredText, toXml, wholeNumber } from './xml';

test('Elements keep their order, attributes and text; comments and the declaration are left out', () => {
  const root = parseXml('<?xml version="1.0"?><a x="1"><!-- why --><b>one</b><c /><b>two</b></a>');
  expect(root.attributes).toEqual({ x: '1' });
  expect(root.children.map((element) => [element.name, element.text])).toEqual([
    ['b', 'one'],
    ['c', ''],
    ['b', 'two'],
  ]);
});

test('Named and numeric character references are decoded in text and in attributes', () => {
  const root = parseXml('<a t="R&amp;D &#233; &lt;x&gt;">&#xE9; &amp; co</a>');
  expect(root.attributes['t']).toBe('R&D \u00e9 <x>');
  expect(root.text).toBe('\u00e9 & co');
});

test('A byte order mark is no content', () => {
  expect(parseXml('\ufeff<a>x</a>').text).toBe('x');
});

test.each([
  ['an element that is not closed', '<a><b></a>'],
  ['an empty file', ''],
  ['two roots', '<a /><b />'],
])('%s is a ShapeError', (_, text) => {
  expect(() => parseXml(text)).toThrow(ShapeError);
});

test('children steps through single elements', () => {
  const root = parseXml('<form><tabs><tab name="a" /><tab name="b" /></tabs></form>');
  expect(children(root, 'tabs', 'tab').map((tab) => tab.attributes['name'])).toEqual(['a', 'b']);
  expect(children(root, 'header', 'row')).toEqual([]);
});

test('A missing child and an empty one are told apart', () => {
  const root = parseXml('<a><empty /></a>');
  expect(childText(root, 'empty')).toBe('');
  expect(childText(root, 'missing')).toBeUndefined();
  expect(child(root, 'missing')).toBeUndefined();
  expect(() => requiredText(root, 'empty')).toThrow('<empty> in <a> is empty');
  expect(() => requiredText(root, 'missing')).toThrow('<a> has no <missing>');
});

test('Numbers, flags and GUIDs are read strictly', () => {
  expect(wholeNumber('-12', 'x')).toBe(-12);
  expect(() => wholeNumber('1.5', 'x')).toThrow("x is '1.5', expected a whole number");
  expect([flag('1', 'x'), flag('true', 'x'), flag('False', 'x'), flag(undefined, 'x', true)]).toEqual([true, true, false, true]);
  expect(() => flag('yes', 'x')).toThrow(ShapeError);
  expect(guidOf('{5F0C2F0E-7C53-4C0B-9E0A-6B1F8A0D9C11}', 'x')).toBe('5f0c2f0e-7c53-4c0b-9e0a-6b1f8a0d9c11');
  expect(() => guidOf('{5F0C2F0E}', 'x')).toThrow(ShapeError);
});

test('An element written back parses to the same element', () => {
  const fetch = parseXml('<fetch><entity name="bbl_x"><condition value="a &amp; &quot;b&quot;" /><value>&lt;1</value></entity></fetch>');
  expect(parseXml(toXml(fetch))).toEqual(fetch);
});
