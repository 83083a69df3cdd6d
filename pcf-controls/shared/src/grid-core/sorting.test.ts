import { ariaSortOf, sortBy } from './sorting';

describe('sorting', () => {
  test('a header sorts ascending, then descending, alone', () => {
    const once = sortBy([{ columnKey: 'x', isDescending: true }], 'a');
    expect(once).toEqual([{ columnKey: 'a', isDescending: false }]);
    expect(sortBy(once, 'a')).toEqual([{ columnKey: 'a', isDescending: true }]);
  });

  test('with shift it joins the others, and turns around in its place', () => {
    const two = sortBy([{ columnKey: 'x', isDescending: false }], 'a', true);
    expect(sortBy(two, 'x', true)).toEqual([
      { columnKey: 'x', isDescending: true },
      { columnKey: 'a', isDescending: false },
    ]);
    expect(ariaSortOf(two, 'x')).toBe('ascending');
    expect(ariaSortOf(two, 'a')).toBe('none');
  });
});
