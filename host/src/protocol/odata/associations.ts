import type { TableMetadata } from '@bbl/dataverse';
import type { Association, MetadataIndex } from '@bbl/dataverse/metadataIndex';
import { type Link, parseODataQuery, type Query } from '@bbl/dataverse/query';
import { isEqual } from '../../reads';
import { splitOutside } from './path';

/** An `$expand` through a many-to-many relationship: the related rows are a query of their own for each row. */
export interface AssociatedExpand {
  readonly property: string;
  readonly association: Association;
  readonly query: Query;
}

/** Rows of the other table for which the intersect table has a row with `id`. */
export function intersectLink({ relationship, own, other }: Association, id: string): Link {
  return {
    table: relationship.intersectTable,
    alias: 'intersect',
    from: other.column,
    to: other.column,
    type: 'exists',
    columns: [],
    filter: isEqual(own.column, id, 'intersect'),
    links: [],
  };
}

/** Takes the expands through many-to-many relationships out of the options; the rest is the query's own. */
export function takeAssociations(
  table: TableMetadata,
  options: URLSearchParams,
  metadata: MetadataIndex,
): AssociatedExpand[] {
  const expand = options.get('$expand');
  if (expand === null || metadata.associations(table.name).size === 0) return [];
  const taken: AssociatedExpand[] = [];
  const left = splitOutside(expand, ',').filter((item) => {
    const open = item.indexOf('(');
    const property = (open < 0 ? item : item.slice(0, open)).trim();
    const association = metadata.association(table.name, property);
    if (!association) return true;
    const inner = open < 0 ? '' : item.slice(open + 1, item.lastIndexOf(')'));
    const query = parseODataQuery(association.other.table, innerOptions(inner), metadata);
    taken.push({ property, association, query });
    return false;
  });
  if (left.length === 0) options.delete('$expand');
  else options.set('$expand', left.join());
  return taken;
}

function innerOptions(text: string): URLSearchParams {
  const pairs = splitOutside(text, ';')
    .filter((option) => option.trim() !== '')
    .map((option) => {
      const equals = option.indexOf('=');
      return [option.slice(0, equals).trim(), option.slice(equals + 1).trim()];
    });
  return new URLSearchParams(pairs);
}
