import type { RelationshipMetadata, TableMetadata } from '@bbl/dataverse';
import type { Association } from '@bbl/dataverse/metadataIndex';
import { isKind, lookup } from '@bbl/dataverse/ports';
import type { RowAddress } from '../../pipeline/requests';
import { isEqual } from '../../reads';
import { intersectLink } from '../odata/associations';
import { badPayload, methodNotAllowed, resourceNotFound } from '../odata/errors';
import { parseJsonObject } from '../odata/exactJson';
import type { Segment } from '../odata/path';
import { requireGuid } from '../odata/path';
import { resolveReference, type RowReference } from '../odata/references';
import { noContent, type WebResponse } from '../odata/web';
import type { RequestContext } from './context';
import { countRows, listRows, type Restriction } from './list';
import { createRow, getRow, idOf } from './rows';

/** Where a navigation property leads. */
type Way =
  | {
      readonly kind: 'lookup' | 'collection';
      readonly relationship: RelationshipMetadata;
      readonly table: TableMetadata;
    }
  | { readonly kind: 'association'; readonly association: Association; readonly table: TableMetadata };

export function isNavigation(table: TableMetadata, property: string, { engine }: RequestContext): boolean {
  return (
    engine.metadata.navigation(table.name, property) !== undefined ||
    engine.metadata.association(table.name, property) !== undefined
  );
}

/** `<set>(<key>)/<navigation property>` and what may follow it: `$ref`, `$count`, the key of a related row. */
export function navigate(
  table: TableMetadata,
  address: RowAddress,
  [segment, ...rest]: readonly [Segment, ...Segment[]],
  context: RequestContext,
): WebResponse {
  const id = idOf(table, address, context);
  const way = wayOf(table, segment, context);
  const [next, ...beyond] = rest;
  if (beyond.length > 0) throw resourceNotFound(beyond[0]?.name ?? '');
  if (next?.name === '$ref') return reference(table, id, segment, way, context);
  if (way.kind === 'lookup') return next ? unknown(next) : followLookup(table, id, way.relationship, context);
  if (next?.name === '$count') return countRows(way.table, context, restrictionOf(way, id));
  if (next) return unknown(next);
  if (context.request.method === 'GET') return listRows(way.table, context, restrictionOf(way, id));
  if (context.request.method !== 'POST' || way.kind === 'association') throw methodNotAllowed(context.request.method);
  return createRow(way.table, context, { [way.relationship.referencingColumn]: lookup(table.name, id) });
}

const unknown = ({ name }: Segment): never => {
  throw resourceNotFound(name);
};

function wayOf(table: TableMetadata, { name }: Segment, { engine }: RequestContext): Way {
  const navigation = engine.metadata.navigation(table.name, name);
  if (navigation) {
    const { kind, relationship, targetTable } = navigation;
    return { kind, relationship, table: engine.plans.of(targetTable).table };
  }
  const association = engine.metadata.association(table.name, name);
  if (!association) throw resourceNotFound(name);
  return { kind: 'association', association, table: engine.plans.of(association.other.table).table };
}

function restrictionOf(way: Way, id: string): Restriction {
  if (way.kind === 'association') return { link: intersectLink(way.association, id) };
  return { filter: isEqual(way.relationship.referencingColumn, id) };
}

function followLookup(
  table: TableMetadata,
  id: string,
  { referencingColumn }: RelationshipMetadata,
  context: RequestContext,
): WebResponse {
  if (context.request.method !== 'GET') throw methodNotAllowed(context.request.method);
  const row = context.execute('Retrieve', { table: table.name, id, columns: [referencingColumn] });
  const target = row[referencingColumn];
  if (!isKind(target, 'lookup')) return noContent();
  return getRow(context.engine.plans.of(target.table).table, { id: target.id }, context);
}

/** `…/$ref`: POST and PUT relate, DELETE separates. */
function reference(table: TableMetadata, id: string, segment: Segment, way: Way, context: RequestContext): WebResponse {
  const { method } = context.request;
  if (method === 'DELETE') separate(table, id, segment, way, context);
  else if (method === 'POST' || method === 'PUT') relate(table, id, segment, way, context);
  else throw methodNotAllowed(method);
  return noContent();
}

function relate(table: TableMetadata, id: string, { name }: Segment, way: Way, context: RequestContext): void {
  const address = parseJsonObject(context.request.body)['@odata.id'];
  if (typeof address !== 'string')
    throw badPayload("The request body has to hold '@odata.id', the address of the row.");
  const related = resolveReference(address, context.engine);
  if (related.table.name !== way.table.name && way.kind !== 'lookup') {
    throw badPayload(`'${name}' leads to rows of '${way.table.setName}'.`);
  }
  if (way.kind === 'association') context.execute('Associate', associationOf(table, id, name, related));
  else if (way.kind === 'lookup') setLookup(way.relationship, id, related, context);
  else setLookup(way.relationship, related.id, { table, id }, context);
}

function separate(table: TableMetadata, id: string, { name, args }: Segment, way: Way, context: RequestContext): void {
  if (way.kind === 'lookup') {
    setLookup(way.relationship, id, null, context);
    return;
  }
  const related = relatedIn(args, way, context);
  if (way.kind === 'association') context.execute('Disassociate', associationOf(table, id, name, related));
  else setLookup(way.relationship, related.id, null, context);
}

/** The related row stands in parentheses behind the property, or in `$id`. */
function relatedIn(args: string | undefined, way: Way, context: RequestContext): RowReference {
  if (args !== undefined) return { table: way.table, id: requireGuid(args) };
  const address = new URLSearchParams(context.search).get('$id');
  if (address === null) throw badPayload('Name the row to separate in parentheses or in $id.');
  return resolveReference(address, context.engine);
}

const associationOf = (table: TableMetadata, id: string, navigation: string, related: RowReference) => ({
  table: table.name,
  id,
  navigation,
  related: { table: related.table.name, id: related.id },
});

function setLookup(
  { referencingTable, referencingColumn }: RelationshipMetadata,
  id: string,
  target: RowReference | null,
  context: RequestContext,
): void {
  const value = target && lookup(target.table.name, target.id);
  context.execute('Update', { table: referencingTable, id, row: { [referencingColumn]: value } });
}
