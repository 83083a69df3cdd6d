import { TABLES } from '@bbl/dataverse/generated/metadata';
import { column } from '../testing/fakeContext';
import { MILESTONE_COLUMNS } from '../testing/milestoneRows';
import { choiceOf } from './choices';
import { mapColumns, reasonColumnOf } from './columns';

describe('columns of a view', () => {
  test('kinds come from the data types of the platform', () => {
    expect(mapColumns(MILESTONE_COLUMNS).map(({ kind }) => kind)).toEqual([
      'text',
      'date',
      'amount',
      'choice',
      'lookup',
      'choice',
      'lookup',
      'lookup',
    ]);
  });

  test('the view’s order counts, and hidden columns are left out', () => {
    const columns = [
      column('b', 'B', 'SingleLine.Text', { order: 2 }),
      column('hidden', 'H', 'SingleLine.Text', { order: 1, isHidden: true }),
      column('asked', 'Q', 'SingleLine.Text', { order: -1 }),
      column('a', 'A', 'SingleLine.Text', { order: 0 }),
    ];
    expect(mapColumns(columns).map(({ key }) => key)).toEqual(['a', 'b']);
  });

  test('widths are the view’s pixels, or ratios where a host gives those', () => {
    const [pixels, ratio] = mapColumns([
      column('a', 'A', 'SingleLine.Text', { visualSizeFactor: 220, order: 0 }),
      column('b', 'B', 'SingleLine.Text', { visualSizeFactor: 2, order: 1 }),
    ]);
    expect(pixels?.widthPx).toBe(220);
    expect(ratio?.widthPx).toBe(300);
  });

  test('a title of common length has room, a longer one as much as the view gives it', () => {
    const widthOf = (title: string): number | undefined =>
      mapColumns([column('a', title, 'SingleLine.Text', { visualSizeFactor: 120 })])[0]?.widthPx;
    expect(widthOf('Tax')).toBe(120);
    expect(widthOf('Milestone Date')).toBe(14 * 9 + 40);
    expect(widthOf('Project Contract Line Description')).toBe(170);
  });

  test('a choice has room for the longest of its labels, however narrow the view has it', () => {
    const [status, wide] = mapColumns([
      column('bbl_billingstatus', 'Invoice Status', 'OptionSet', { visualSizeFactor: 120, order: 0 }),
      column('milestone.bbl_nextinvoicestatus', 'Next', 'OptionSet', { visualSizeFactor: 300, order: 1 }),
    ]);
    // "Customer invoice created": 24 letters.
    expect(status?.widthPx).toBe(24 * 6.5 + 60);
    expect(wide?.widthPx).toBe(300);
  });

  test('a column that the platform cannot sort is not sortable', () => {
    expect(mapColumns([column('a', 'A', 'SingleLine.Text', { disableSorting: true })])[0]?.isSortable).toBe(false);
  });

  test('a blocked row says why at its first status, else at its name', () => {
    expect(reasonColumnOf(mapColumns(MILESTONE_COLUMNS))).toBe(3);
    const [name, date] = MILESTONE_COLUMNS;
    expect(
      reasonColumnOf(
        mapColumns([
          { ...date!, order: 0 },
          { ...name!, order: 1 },
        ]),
      ),
    ).toBe(1);
  });
});

describe('choices', () => {
  const choiceColumns = Object.entries(TABLES).flatMap(([table, { columns }]) =>
    Object.entries(columns).flatMap(([name, { choice }]) => (choice === undefined ? [] : [{ table, name, choice }])),
  );
  const isStatus = ({ choice }: { choice: string }): boolean => /status$/.test(choice);

  test('every status column of the solution is found by the choice that its metadata names', () => {
    expect(choiceColumns.filter(isStatus).length).toBeGreaterThan(10);
    for (const { name, choice } of choiceColumns.filter(isStatus)) {
      expect([name, choiceOf(name)]).toEqual([name, choiceOf(choice)]);
      expect([name, choiceOf(`alias.${name}`)]).toEqual([name, choiceOf(choice)]);
    }
  });

  test('every value of every status has a tone and a label', () => {
    for (const { name } of choiceColumns.filter(isStatus)) {
      const info = choiceOf(name);
      expect([name, Object.keys(info?.tones ?? {})]).toEqual([name, Object.keys(info?.labels ?? { missing: true })]);
    }
  });

  test('columns that are not ours have no choice', () => {
    expect(choiceOf('new_colour')).toBeUndefined();
  });
});
