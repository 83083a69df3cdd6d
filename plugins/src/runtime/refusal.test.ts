import { mustBe } from '@bbl/domain';
import { Refusal } from './refusal';

test('a sentence holds what was sent, but not all of a text without end', () => {
  const { message } = new Refusal([mustBe('name', 'x'.repeat(10_000_000))]);
  expect(message).toMatch(/^BBL-GRD-11: .*x{100,} …$/);
  expect(message.length).toBeLessThan(1000);
});
