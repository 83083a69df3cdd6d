/** What a user asks of one column. Dates are `YYYY-MM-DD`, amounts plain decimals such as "-1200.5". */
export type ColumnFilter =
  | { readonly kind: 'contains'; readonly text: string }
  | { readonly kind: 'anyOf'; readonly values: readonly string[] }
  | { readonly kind: 'dates'; readonly from?: string; readonly to?: string }
  | { readonly kind: 'range'; readonly min?: string; readonly max?: string };

/** Filters by column key. */
export type ColumnFilters = ReadonlyMap<string, ColumnFilter>;

/** A filter that asks for nothing is no filter. */
export function isEmptyFilter(filter: ColumnFilter): boolean {
  switch (filter.kind) {
    case 'contains':
      return filter.text.trim() === '';
    case 'anyOf':
      return filter.values.length === 0;
    case 'dates':
      return filter.from === undefined && filter.to === undefined;
    case 'range':
      return filter.min === undefined && filter.max === undefined;
  }
}

/** The filters with one column's set, or removed when the filter is undefined or asks for nothing. */
export function filterColumn(
  filters: ColumnFilters,
  columnKey: string,
  filter: ColumnFilter | undefined,
): ColumnFilters {
  const next = new Map(filters);
  if (filter === undefined || isEmptyFilter(filter)) next.delete(columnKey);
  else next.set(columnKey, filter);
  return next;
}

/** What a person types as a number, in their own format or with a point; undefined when it is none. */
export function readTypedNumber(
  typed: string,
  { decimalSeparator, groupSeparator }: { readonly decimalSeparator: string; readonly groupSeparator: string },
): string | undefined {
  const bare = typed
    .replace(/\s/g, '')
    .split(groupSeparator)
    .join('')
    .replace(decimalSeparator, '.')
    .replace('\u2212', '-');
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(bare);
  if (!match || (match[2] ?? '') + (match[3] ?? '') === '') return undefined;
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  return `${match[1] ?? ''}${match[2] || '0'}${fraction && `.${fraction}`}`;
}
