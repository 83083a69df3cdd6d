import { SENTENCES, sentenceOf } from './messages';
import { codesOf } from './testing/values';
import { inCatalogueOrder, ruled, violation } from './violation';

test('11-1: a refusal reads code, sentence and its words', () => {
  const blocked = violation('BBL-MST-02', { name: 'Design', invoice: 'INV-1001' });
  expect(sentenceOf(blocked)).toBe('BBL-MST-02: Design is on draft INV-1001. Remove it there first.');
});

test('11-1: a word without argument is left out', () => {
  const nothingDue = violation('BBL-INV-01', { contract: 'Contoso', date: '2026-03-31', draft: '' });
  expect(sentenceOf(nothingDue)).toBe('BBL-INV-01: Nothing is ready to invoice for Contoso up to 2026-03-31.');
});

test('11-1: another language brings its sentences and our own words', () => {
  const closed = violation('BBL-CON-04', { status: 'Lost' });
  const texts = { sentences: { 'BBL-CON-04': 'Der Vertrag ist {status}.' }, words: { Lost: 'verloren' } };
  expect(sentenceOf(closed, texts)).toBe('BBL-CON-04: Der Vertrag ist verloren.');
});

test('11-1: there are 119 codes, each with a sentence that ends', () => {
  expect(Object.keys(SENTENCES)).toHaveLength(119);
  for (const sentence of Object.values(SENTENCES)) expect(sentence).toMatch(/[.}]$/);
});

test('11-1: all reasons come at once, in the order of the catalogue', () => {
  const reasons = [violation('BBL-INV-07', {}), violation('BBL-GRD-08', {}), violation('BBL-CON-05', {})];
  expect(codesOf(inCatalogueOrder(reasons))).toEqual(['BBL-GRD-08', 'BBL-CON-05', 'BBL-INV-07']);
  expect(codesOf(ruled(reasons, () => true))).toEqual(['BBL-GRD-08', 'BBL-CON-05', 'BBL-INV-07']);
});
