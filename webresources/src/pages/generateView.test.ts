import { minorUnits, plainDate } from '@bbl/domain';
import type { LineSchedule } from '../schedule/lineSchedule';
import { drawSchedule } from './generateView';

const entry = (name: string, date: string, minor: number) => ({
  name,
  date: plainDate(date),
  amountMinor: minorUnits(minor),
  taxMinor: minorUnits(0),
});

beforeEach(() => {
  document.body.innerHTML =
    '<p id="intro"></p><ul id="counts"></ul><p id="busy"></p>' +
    '<table id="schedule"><thead id="head"></thead><tbody id="rows"></tbody><tfoot id="foot"></tfoot></table>';
});

test('4.3-8: on a phone the change stands below the date, and a name only when it says more than the date', () => {
  const design = entry('Design', '2026-01-15', 5000);
  const january = entry('01/31/2026', '2026-01-31', 5000);
  const line = { currency: { code: 'USD', decimals: 2 }, milestones: [design, january] } as unknown as LineSchedule;
  const rows = [
    { change: 'removed', before: design },
    { change: 'changed', before: january, after: { ...january, amountMinor: minorUnits(10000) } },
  ] as const;
  drawSchedule(line, rows, []);
  const below = Array.from(document.querySelectorAll('#rows .below'), (each) => each.textContent);
  expect(below).toEqual(['Design Removed', 'Changed']);
});
