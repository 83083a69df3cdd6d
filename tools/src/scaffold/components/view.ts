import { localizedNames } from '../labels';
import { bracedId } from '../ids';
import { INTRODUCED_VERSION, logicalName, XSI } from '../names';
import { childrenNamed, descendant, element, leaf, leaves, putChild, type XmlElement } from '@bbl/dataverse/xmlTree';

/** querytype by purpose; a table has one default among its public views. */
const QUERY_TYPES = { public: 0, advancedFind: 1, associated: 2, quickFind: 4, lookup: 64 } as const;
export type ViewKind = keyof typeof QUERY_TYPES;

export interface ViewCondition {
  readonly column: string;
  readonly operator: string;
  readonly value?: string;
}
/** A condition, or several of which one has to hold. */
export type ViewFilter = ViewCondition | { readonly anyOf: readonly ViewCondition[] };

export interface ViewColumnSpec {
  /** `column`, or `alias.column` of a link */
  readonly name: string;
  readonly widthPx: number;
  /** Read with the rows but not shown. */
  readonly isHidden?: boolean;
}

/** A row that a lookup points to, read along for columns of its own. */
export interface ViewLink {
  readonly alias: string;
  readonly table: string;
  /** Lookup column of the view's table. */
  readonly lookup: string;
}

export interface ViewSpec {
  /** Schema name */
  readonly table: string;
  readonly name: string;
  readonly kind: ViewKind;
  readonly isDefault?: boolean;
  readonly columns: readonly ViewColumnSpec[];
  readonly links?: readonly ViewLink[];
  readonly filters?: readonly ViewFilter[];
  readonly orders?: readonly { readonly column: string; readonly isDescending?: boolean }[];
  /** Quick find: the columns that are searched. */
  readonly findColumns?: readonly string[];
}

/** The id of a view, which follows from its table and name. */
export const viewId = (table: string, name: string): string => bracedId('view', logicalName(table), name);

const conditionElement = ({ column, operator, value }: ViewCondition) =>
  element('condition', { attribute: column, operator, value });

const filterElement = (filter: ViewFilter) =>
  'anyOf' in filter ? element('filter', { type: 'or' }, filter.anyOf.map(conditionElement)) : conditionElement(filter);

const attributeElements = (names: readonly string[]) => names.map((name) => element('attribute', { name }));

/** `alias.column` cells belong to the link with that alias; the others to the view's own table. */
function columnsOf(view: ViewSpec, alias?: string): string[] {
  const parts = view.columns.map(({ name }) => name.split('.'));
  const own = parts.filter((part) =>
    alias === undefined ? part.length === 1 : part[0] === alias && part.length === 2,
  );
  return own.map((part) => part.at(-1) ?? '');
}

function linkElement(view: ViewSpec, link: ViewLink): XmlElement {
  const attributes = {
    name: link.table,
    from: `${link.table}id`,
    to: link.lookup,
    visible: 'false',
    'link-type': 'outer',
    alias: link.alias,
  };
  return element('link-entity', attributes, attributeElements(columnsOf(view, link.alias)));
}

function fetchElement(view: ViewSpec): XmlElement {
  const table = logicalName(view.table);
  const filters = (view.filters ?? []).map(filterElement);
  const find = (view.findColumns ?? []).map((column) => conditionElement({ column, operator: 'like', value: '{0}' }));
  const entity = element('entity', { name: table }, [
    ...attributeElements([...new Set([`${table}id`, ...columnsOf(view)])]),
    ...(view.orders ?? []).map(({ column, isDescending }) =>
      element('order', { attribute: column, descending: String(isDescending ?? false) }),
    ),
    ...(filters.length > 0 ? [element('filter', { type: 'and' }, filters)] : []),
    ...(find.length > 0 ? [element('filter', { type: 'or', isquickfindfields: 1 }, find)] : []),
    ...(view.links ?? []).map((link) => linkElement(view, link)),
  ]);
  return element('fetch', { version: '1.0', mapping: 'logical' }, [entity]);
}

const cellElement = ({ name, widthPx, isHidden }: ViewColumnSpec) =>
  element('cell', { name, width: widthPx, ishidden: isHidden ? 1 : undefined });

function gridElement(view: ViewSpec): XmlElement {
  const cells = view.columns.map(cellElement);
  return element('grid', { name: 'resultset', jump: 'bbl_name', select: 1, preview: 1, icon: 1 }, [
    element('row', { name: 'result', id: `${logicalName(view.table)}id` }, cells),
  ]);
}

/** `SavedQueries/{id}.xml`. platform.md 1.11 */
export function viewElement(view: ViewSpec): XmlElement {
  return element('savedqueries', XSI, [
    element('savedquery', {}, [
      ...leaves({
        IsCustomizable: 1,
        CanBeDeleted: view.kind === 'public' && !view.isDefault ? 1 : 0,
        isquickfindquery: view.kind === 'quickFind' ? 1 : 0,
        isprivate: 0,
        isdefault: view.kind !== 'public' || view.isDefault ? 1 : 0,
        savedqueryid: viewId(view.table, view.name),
      }),
      element('layoutxml', {}, [gridElement(view)]),
      leaf('querytype', QUERY_TYPES[view.kind]),
      element('fetchxml', {}, [fetchElement(view)]),
      leaf('IntroducedVersion', INTRODUCED_VERSION),
      localizedNames(view.name),
    ]),
  ]);
}

/**
 * Adds a column as the last one of a view that is there, or sets the width of one that it shows already.
 * @throws Error when the column is of a link that the view does not have
 */
export function addViewColumn(root: XmlElement, column: ViewColumnSpec): void {
  const query = descendant(root, 'savedquery');
  const entity = descendant(query, 'fetchxml', 'fetch', 'entity');
  const [name = '', alias] = column.name.split('.').reverse();
  const isLink = (node: XmlElement) => node.attributes['alias'] === alias;
  const source = alias === undefined ? entity : childrenNamed(entity, 'link-entity').find(isLink);
  if (!source) throw new Error(`The view has no link ${alias ?? ''}.`);
  const isSame = (sibling: XmlElement) => sibling.attributes['name'] === name;
  putChild(
    source,
    element('attribute', { name }),
    (sibling) => sibling.name === 'attribute' && isSame(sibling),
    (sibling) => sibling.name !== 'attribute',
  );
  putChild(
    descendant(query, 'layoutxml', 'grid', 'row'),
    cellElement(column),
    (sibling) => sibling.attributes['name'] === column.name,
  );
}
