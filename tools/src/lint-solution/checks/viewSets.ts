import { QueryType, type TableMetadata, type ViewMetadata } from '@bbl/dataverse';
import { type Finding, rule } from '../finding';
import { type Check, tableFile } from '../subject';

const missingView = rule(
  'view-sets',
  'Write the view: where a table has none of a kind, the platform makes one of its own.',
);
const noQuickFind = rule(
  'view-quick-find',
  'Write <filter type="or" isquickfindfields="1"> with {0} as value: the search box finds nothing otherwise.',
);
const severalDefaults = rule('view-defaults', 'Mark one public view of the table as the default.');

const KINDS: readonly (readonly [number, string])[] = [
  [QueryType.Associated, 'associated view'],
  [QueryType.QuickFind, 'quick find view'],
  [QueryType.Lookup, 'lookup view'],
  [QueryType.AdvancedFind, 'advanced find view'],
];

/** Every table has the complete set of views (platform.md 1.11); inactive rows have one where rows can be deactivated. */
export const checkViewSets: Check = ({ model, surface }) =>
  model.tables.flatMap((table) => {
    const views = model.views.filter((view) => view.table === table.name);
    const missing = KINDS.filter(([queryType]) => !views.some((view) => view.queryType === queryType));
    return [
      ...missing.map(([, kind]) => missingView(tableFile(table), `${table.name} has no ${kind}`)),
      ...checkPublicViews(table, views),
      ...checkQuickFind(table, views),
      ...(surface.deactivatableTables.includes(table.name) && !views.some(showsInactiveRows)
        ? [missingView(tableFile(table), `${table.name} has no view of its inactive rows`)]
        : []),
    ];
  });

function checkPublicViews(table: TableMetadata, views: readonly ViewMetadata[]): Finding[] {
  const isPublic = views.filter((view) => view.queryType === QueryType.Public);
  if (isPublic.length === 0) return [missingView(tableFile(table), `${table.name} has no public view`)];
  const defaults = isPublic.filter((view) => view.isDefault).length;
  return defaults === 1 ? [] : [severalDefaults(tableFile(table), `${table.name} has ${defaults} default views`)];
}

const QUICK_FIND = /<filter type="or" isquickfindfields="1">\s*<condition [^>]*value="\{0\}"/;

function checkQuickFind(table: TableMetadata, views: readonly ViewMetadata[]): Finding[] {
  return views
    .filter(({ queryType, fetchXml }) => queryType === QueryType.QuickFind && !QUICK_FIND.test(fetchXml))
    .map(({ name }) => noQuickFind(tableFile(table), `${name} has no quick find fields`));
}

const INACTIVE = /<condition attribute="statecode" operator="eq" value="1"/;

function showsInactiveRows(view: ViewMetadata): boolean {
  return view.queryType === QueryType.Public && INACTIVE.test(view.fetchXml);
}
