import type { RowResult } from '../client/port';
import { showRefused } from './refusedDialog';
import type { ResultsDocument } from './results';

const refusal = (id: string, message: string): RowResult => ({ id, outcome: 'refused', message });

/** What the page of the refused rows is given, and which rows were read for it. */
async function shownOf(refused: readonly RowResult[]) {
  const shown: ResultsDocument[] = [];
  const post = jest.spyOn(window, 'postMessage').mockImplementation((message: unknown) => {
    shown.push((message as { readonly body: ResultsDocument }).body);
  });
  const userSettings = { dateFormattingInfo: { shortDatePattern: 'M/d/yyyy' } };
  (globalThis as { Xrm?: unknown }).Xrm = {
    Utility: { getGlobalContext: () => ({ userSettings }) },
    Navigation: { navigateTo: async () => undefined },
  };
  const read: string[] = [];
  await showRefused('bbl_milestonesplit', refused, async (ids) => {
    read.push(...ids);
    return new Map();
  });
  post.mockRestore();
  return { document: shown[0], read };
}

test('11.1: of a whole view that was refused the first 500 rows are read and listed, the others counted', async () => {
  const posted = Array.from({ length: 60_000 }, (_, row) =>
    refusal(`row ${row}`, `BBL-MST-03: Sprint ${row} was invoiced on INV-${row}. Revise that invoice instead.`),
  );
  const { document, read } = await shownOf([refusal('held', 'BBL-CON-05: The contract is on hold.'), ...posted]);
  expect(read).toHaveLength(500);
  expect(document?.groups.map(({ count, rows }) => [count, rows.length])).toEqual([
    ['60,000 rows', 500],
    ['1 row', 0],
  ]);
  expect(document?.more).toBe('and 59,501 more');
});

test('11.1: a row that cannot be read is listed by its id', async () => {
  const { document } = await shownOf([refusal('row', 'BBL-CON-05: The contract is on hold.')]);
  expect(document?.groups[0]?.rows).toEqual([{ id: 'row', name: 'row', customer: '', contract: '', own: '' }]);
  expect(document?.more).toBe('');
});
