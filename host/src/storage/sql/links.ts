import type { Filter, Link, Query } from '@bbl/dataverse/query';

/** Links that are joined, in the order of their joins. */
export const joinedLinks = (links: readonly Link[]): readonly Link[] =>
  links.filter((link) => link.type !== 'exists').flatMap((link) => [link, ...joinedLinks(link.links)]);

/** Tables that a query reads, each as often as it occurs: the same for the same query. */
export function tablesOf(query: Query): readonly string[] {
  return [query.table, ...tablesInFilter(query.filter), ...query.links.flatMap(tablesInLink)];
}

const tablesInLink = (link: Link): readonly string[] => [
  link.table,
  ...tablesInFilter(link.filter),
  ...link.links.flatMap(tablesInLink),
];

function tablesInFilter(filter: Filter | undefined): readonly string[] {
  switch (filter?.kind) {
    case 'and':
    case 'or':
      return filter.filters.flatMap(tablesInFilter);
    case 'not':
      return tablesInFilter(filter.filter);
    case 'related':
      return tablesInLink(filter.link);
    default:
      return [];
  }
}
