import { isEmptyFilter, splitColumn, toFilterElement, type FilterGroup } from './filter';
import { quickFindFilter } from './quickFind';

export interface SortOrder {
  /** `column` or `alias.column` */
  readonly name: string;
  readonly isDescending: boolean;
}

/** A link-entity that a control adds to the view. */
export interface AddedLink {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly linkType: string;
  readonly alias: string;
}

/** What a grid asks of its view. */
export interface GridQuery {
  readonly viewFetchXml: string;
  /** Replaces the view's order when given. */
  readonly sorting?: readonly SortOrder[];
  readonly filters: readonly FilterGroup[];
  /** `<filter>` elements as client scripts write them. */
  readonly filterXml?: readonly string[];
  readonly quickFind?: { readonly viewFetchXml: string; readonly text: string };
  readonly addedColumns: readonly string[];
  readonly addedLinks: readonly AddedLink[];
}

export interface PageRequest {
  /** From 1. */
  readonly page: number;
  readonly rowsMax: number;
  readonly cookie?: string;
}

/** The view's FetchXML with everything the grid adds to it; without `page` it is the query of all rows. */
export function composeFetch(query: GridQuery, page?: PageRequest): string {
  const document = parseXml(query.viewFetchXml);
  const entity = entityOf(document);
  for (const link of query.addedLinks) addLink(document, entity, link);
  for (const name of query.addedColumns) addColumn(document, entity, name);
  for (const filter of query.filters) {
    if (!isEmptyFilter(filter)) entity.appendChild(toFilterElement(document, filter));
  }
  for (const xml of query.filterXml ?? []) entity.appendChild(document.importNode(parseXml(xml).documentElement, true));
  if (query.quickFind && query.quickFind.text.trim() !== '') {
    entity.appendChild(document.importNode(quickFindFilter(query.quickFind.viewFetchXml, query.quickFind.text), true));
  }
  if (query.sorting) setOrder(document, entity, query.sorting);
  if (page) setPage(document.documentElement, page);
  return new XMLSerializer().serializeToString(document.documentElement);
}

/** The order that a view's FetchXML asks for. */
export function orderOf(fetchXml: string): readonly SortOrder[] {
  const entity = entityOf(parseXml(fetchXml));
  return [...entity.querySelectorAll('order')].map((order) => {
    const link = order.parentElement?.tagName === 'link-entity' ? order.parentElement : undefined;
    const alias = order.getAttribute('entityname') ?? link?.getAttribute('alias');
    const column = order.getAttribute('attribute') ?? '';
    return { name: alias ? `${alias}.${column}` : column, isDescending: order.getAttribute('descending') === 'true' };
  });
}

/** Tables of the view's link-entities by alias, with the column of the outer table that leads there. */
export function linksOf(
  fetchXml: string,
): ReadonlyMap<
  string,
  { readonly table: string; readonly from: string; readonly to: string; readonly linkType: string }
> {
  const links = [...entityOf(parseXml(fetchXml)).querySelectorAll('link-entity')];
  return new Map(
    links.map((link) => [
      link.getAttribute('alias') ?? '',
      {
        table: link.getAttribute('name') ?? '',
        from: link.getAttribute('from') ?? '',
        to: link.getAttribute('to') ?? '',
        linkType: link.getAttribute('link-type') ?? 'inner',
      },
    ]),
  );
}

/** @throws Error for text that is no XML */
export function parseXml(xml: string): Document {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  if (document.querySelector('parsererror')) throw new Error(`Not well-formed XML: ${xml.slice(0, 200)}`);
  return document;
}

export function entityOf(document: Document): Element {
  const entity = document.querySelector('fetch > entity');
  if (!entity) throw new Error('The FetchXML has no entity');
  return entity;
}

function addColumn(document: Document, entity: Element, name: string): void {
  const { column, alias } = splitColumn(name);
  const parent = alias === undefined ? entity : findLink(entity, alias);
  if (!parent) throw new Error(`The view has no linked table ${alias}`);
  const isThere = [...parent.children].some(
    (child) =>
      child.tagName === 'all-attributes' || (child.tagName === 'attribute' && child.getAttribute('name') === column),
  );
  if (isThere) return;
  const attribute = document.createElement('attribute');
  attribute.setAttribute('name', column);
  parent.insertBefore(attribute, parent.firstChild);
}

function addLink(document: Document, entity: Element, link: AddedLink): void {
  if (findLink(entity, link.alias)) return;
  const element = document.createElement('link-entity');
  element.setAttribute('name', link.name);
  element.setAttribute('from', link.from);
  element.setAttribute('to', link.to);
  element.setAttribute('link-type', link.linkType);
  element.setAttribute('alias', link.alias);
  entity.appendChild(element);
}

function findLink(entity: Element, alias: string): Element | undefined {
  return [...entity.querySelectorAll('link-entity')].find((link) => link.getAttribute('alias') === alias);
}

function setOrder(document: Document, entity: Element, sorting: readonly SortOrder[]): void {
  entity.querySelectorAll('order').forEach((order) => order.remove());
  for (const { name, isDescending } of sorting) {
    const { column, alias } = splitColumn(name);
    const order = document.createElement('order');
    if (alias !== undefined) order.setAttribute('entityname', alias);
    order.setAttribute('attribute', column);
    order.setAttribute('descending', String(isDescending));
    entity.appendChild(order);
  }
}

function setPage(fetch: Element, { page, rowsMax, cookie }: PageRequest): void {
  // A view with its own `top` cannot be paged; the platform answers the same.
  fetch.removeAttribute('top');
  fetch.setAttribute('page', String(page));
  fetch.setAttribute('count', String(rowsMax));
  fetch.setAttribute('returntotalrecordcount', 'true');
  if (cookie !== undefined) fetch.setAttribute('paging-cookie', cookie);
}
