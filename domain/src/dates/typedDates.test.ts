import { type PlainDate, plainDate, toParts } from './plainDate';
import { typedDates } from './typedDates';

const american = typedDates((date) => {
  const { year, month, day } = toParts(date);
  return `${month}/${day}/${year}`;
});
const german = typedDates((date) => date.split('-').reverse().join('.'));
const hungarian = typedDates((date) => `${date.split('-').join('. ')}.`);

const MARCH = plainDate('2027-03-01');

test('10-3: a day is read in every spelling, in the order in which it is written for the person', () => {
  for (const text of ['3/1/2027', '3.1.2027', '03-01-27', '2027-03-01', ' 2027/3/1 ', '3/1-2027']) {
    expect([text, american.parse(text)]).toEqual([text, { date: MARCH }]);
  }
  expect(german.parse('1/3/27')).toEqual({ date: MARCH });
  expect(hungarian.parse('2027. 3. 1.')).toEqual({ date: MARCH });
});

test('10-3: what stands in the field is read back, or stands there as ISO has it', () => {
  const writings: readonly (readonly [write: (date: PlainDate) => string, shown: string])[] = [
    [(date) => date.split('-').reverse().join('.'), '01.03.2027'],
    [(date) => `${date.split('-').join('. ')}.`, '2027. 03. 01.'],
    [(date) => `${date.split('-').reverse().join('.')} г.`, '2027-03-01'],
    [() => '٢٢', '2027-03-01'],
  ];
  for (const [write, shown] of writings) {
    const { typed, parse } = typedDates(write);
    expect(typed(MARCH)).toBe(shown);
    expect(parse(typed(MARCH))).toEqual({ date: MARCH });
  }
});

test('10-3: what is no day of the calendar is told apart from years that are not kept', () => {
  for (const text of ['', 'soon', '3/1', '3/1/207', '2/30/2027', '13/1/2026']) {
    expect([text, american.parse(text)]).toEqual([text, { problem: 'day' }]);
  }
  for (const text of ['3/1/0027', '0027-03-01', '1/1/1752']) {
    expect([text, american.parse(text)]).toEqual([text, { problem: 'year' }]);
  }
});
