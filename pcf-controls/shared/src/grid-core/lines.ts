/** What stands on the lines of a grid: rows one after the other, or groups with the rows that they hold. */

/** Rows that share a value, in the order of the rows. */
export interface RowGroup {
  readonly key: string;
  readonly title: string;
  readonly rowIds: readonly string[];
}

/** The group that a row belongs to: rows with the same key belong together. */
export type GroupValue = Pick<RowGroup, 'key' | 'title'>;

/** A group as it stands in the grid. */
export interface GroupLine extends RowGroup {
  readonly isExpanded: boolean;
  /** Its line, counted from 0. */
  readonly line: number;
  /** Its place among the groups, counted from 1. */
  readonly position: number;
}

export interface GridLines {
  /** From top to bottom: rows by their own ids, groups by ids that no row has. */
  readonly ids: readonly string[];
  /** Every loaded row, those within collapsed groups too. */
  readonly rowIds: readonly string[];
  /** From top to bottom; empty while rows are not grouped. */
  readonly groups: readonly GroupLine[];
  readonly groupById: ReadonlyMap<string, GroupLine>;
}

/**
 * Which groups are collapsed: none but the exceptions, or all but them. A rule and not a list, so that groups which a
 * later page brings follow what the user asked for.
 */
export interface Folds {
  readonly isRule: boolean;
  readonly exceptions: ReadonlySet<string>;
}

export const ALL_EXPANDED: Folds = { isRule: false, exceptions: new Set() };
export const ALL_COLLAPSED: Folds = { isRule: true, exceptions: new Set() };

export const isCollapsed = ({ isRule, exceptions }: Folds, key: string): boolean => isRule !== exceptions.has(key);

/** One group turned around: collapsed when it was expanded. */
export function toggleFold({ isRule, exceptions }: Folds, key: string): Folds {
  const next = new Set(exceptions);
  if (!next.delete(key)) next.add(key);
  return { isRule, exceptions: next };
}

const NO_GROUPS: ReadonlyMap<string, GroupLine> = new Map();

/** A line a row. */
export const plainLines = (rowIds: readonly string[]): GridLines => ({
  ids: rowIds,
  rowIds,
  groups: [],
  groupById: NO_GROUPS,
});

/** Every row in exactly one group. Groups come in the order of their first rows: the sorting stays what it was. */
export function groupRows(rowIds: readonly string[], valueOf: (rowId: string) => GroupValue): readonly RowGroup[] {
  const groups = new Map<string, GroupValue & { readonly rowIds: string[] }>();
  for (const rowId of rowIds) {
    const { key, title } = valueOf(rowId);
    const group = groups.get(key);
    if (group) group.rowIds.push(rowId);
    else groups.set(key, { key, title, rowIds: [rowId] });
  }
  return [...groups.values()];
}

/** A line a group, and below each expanded one a line for each of its rows. */
export function groupedLines(rowIds: readonly string[], groups: readonly RowGroup[], folds: Folds): GridLines {
  const ids: string[] = [];
  const lines = groups.map((group, index): GroupLine => {
    const line: GroupLine = {
      ...group,
      isExpanded: !isCollapsed(folds, group.key),
      line: ids.length,
      position: index + 1,
    };
    ids.push(lineIdOf(group.key));
    if (line.isExpanded) for (const rowId of group.rowIds) ids.push(rowId);
    return line;
  });
  return { ids, rowIds, groups: lines, groupById: new Map(lines.map((line) => [lineIdOf(line.key), line])) };
}

/** The group on a line; undefined where a row stands, and beyond the lines. */
export const groupOn = ({ ids, groupById }: GridLines, line: number): GroupLine | undefined => {
  const id = ids[line];
  return id === undefined ? undefined : groupById.get(id);
};

/** The group that a line belongs to: its own on a group's line. Undefined while rows are not grouped. */
export function groupAround({ groups }: GridLines, line: number): GroupLine | undefined {
  let low = 0;
  let high = groups.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((groups[middle] as GroupLine).line <= line) low = middle + 1;
    else high = middle;
  }
  return groups[low - 1];
}

/** The rows that a line stands for in a range: a collapsed group takes its rows along, an expanded one shows them below. */
export function rowsOnLine({ groupById }: GridLines, lineId: string): readonly string[] {
  const group = groupById.get(lineId);
  if (!group) return [lineId];
  return group.isExpanded ? [] : group.rowIds;
}

/** Rows are named by their ids, which hold no colon. */
const lineIdOf = (groupKey: string): string => `group:${groupKey}`;
