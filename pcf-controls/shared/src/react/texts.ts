/** Every text of the grids, by its key in the resx files. `{0}`, `{1}` stand for arguments. */
export const TEXT_KEYS = [
  'Grid_SelectAll',
  'Grid_SelectRow',
  'Grid_SortAscending',
  'Grid_SortDescending',
  'Grid_HeaderHelp',
  'Grid_ColumnMenu',
  'Grid_Contains',
  'Grid_AnyOf',
  'Grid_From',
  'Grid_To',
  'Grid_Minimum',
  'Grid_Maximum',
  'Grid_NotANumber',
  'Grid_Apply',
  'Grid_Clear',
  'Grid_ClearAllFilters',
  'Grid_Range',
  'Grid_RangeSelected',
  'Grid_AtLeast',
  'Grid_OfSelected',
  'Grid_OfAll',
  'Grid_Total',
  'Grid_NoTotal',
  'Grid_Loading',
  'Grid_LoadingMore',
  'Grid_Empty',
  'Grid_EmptyFiltered',
  'Grid_Failed',
  'Grid_Retry',
  'Grid_Blocked',
  'Grid_Yes',
  'Grid_No',
] as const;

export type TextKey = (typeof TEXT_KEYS)[number];

/** The text of a key in the user's language with its arguments filled in. */
export type Texts = (key: TextKey, ...args: readonly (string | number)[]) => string;
