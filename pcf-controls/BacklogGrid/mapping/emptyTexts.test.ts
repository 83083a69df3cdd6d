import { Actual, ContractLine, Invoice, MilestoneSplit, Retainer } from '@bbl/dataverse/generated/tables';
import { readResx } from '../testing/fakeContext';
import { emptyLinesOf } from './emptyTexts';
import { textsOf } from './texts';

const resx = readResx();
const texts = textsOf({ getString: (key: string) => resx.get(key) ?? key });

test.each([MilestoneSplit, ContractLine, Retainer, Actual, Invoice].map(({ table }) => table))(
  'an empty list of %s says what belongs there',
  (table) => {
    const [first, hint] = emptyLinesOf(table, false, texts);
    expect(first).toBe('No rows to show.');
    expect(hint).toMatch(/ belong here/);
  },
);

test('the lines of a contract are of every type: nothing is said of products there', () => {
  expect(emptyLinesOf(ContractLine.table, true, texts)).toEqual(['No rows to show.']);
});

test('tables that are not ours are just empty', () => {
  expect(emptyLinesOf('new_order', false, texts)).toEqual(['No rows to show.']);
});
