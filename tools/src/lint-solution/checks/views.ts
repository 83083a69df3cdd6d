import type { TableMetadata } from '@bbl/dataverse';
import { child, childText, children, type XmlElement } from '@bbl/dataverse/solution';
import type { Finding } from '../finding';
import { rule } from '../finding';
import { type Check, documentsLike, type LintSubject, VIEW_FILE } from '../subject';

const unknownColumn = rule('view-columns', 'Name a column of that table by its logical name, in lower case.');
const unknownTable = rule(
  'view-tables',
  'Name a table of the solution or of every organisation, and put the view into its folder.',
);
const unreadColumn = rule(
  'view-cells',
  'Add the column to the query, or take the cell out: what is not read stays empty.',
);
const otherFileName = rule('file-names', 'Name the file after the id that it holds.');

/** Columns by the alias of their link-entity; the view's own table has the alias ''. */
type ReadColumns = Map<string, Set<string>>;

/** Tables, columns and links of every view exist, and every cell is read by the query. */
export const checkViews: Check = (subject) =>
  documentsLike(subject, VIEW_FILE).flatMap(({ path, root, groups: [folder = '', fileName = ''] }) =>
    children(root, 'savedquery').flatMap((query) => [
      ...checkQuery(subject, path, folder, query),
      ...(childText(query, 'savedqueryid') === fileName
        ? []
        : [otherFileName(path, 'the view has another savedqueryid')]),
    ]),
  );

function checkQuery(subject: LintSubject, path: string, folder: string, query: XmlElement): Finding[] {
  const fetch = child(child(query, 'fetchxml') ?? query, 'fetch');
  const entity = fetch && child(fetch, 'entity');
  const table = entity && subject.index.table(entity.attributes['name'] ?? '');
  if (!entity || !table) return [unknownTable(path, `the query is on ${entity?.attributes['name'] ?? 'nothing'}`)];
  if (table.name !== folder.toLowerCase()) return [unknownTable(path, `the query is on ${table.name}`)];
  const file: ViewFile = { subject, path, read: new Map() };
  return [...checkEntity(file, entity, table, ''), ...checkLayout(path, query, table, file.read)];
}

interface ViewFile {
  readonly subject: LintSubject;
  readonly path: string;
  /** Filled while the entities of the query are walked. */
  readonly read: ReadColumns;
}

function checkEntity(file: ViewFile, entity: XmlElement, table: TableMetadata, alias: string): Finding[] {
  const columns = file.subject.index.columns(table.name);
  const unknown = columnsNamedIn(entity).filter((name) => !columns.has(name));
  file.read.set(alias, new Set(children(entity, 'attribute').map((item) => item.attributes['name'] ?? '')));
  return [
    ...unknown.map((name) => unknownColumn(file.path, `${table.name} has no column ${name}`)),
    ...children(entity, 'link-entity').flatMap((link) => checkLink(file, link, table)),
  ];
}

/** Columns of an entity itself; filters nest, links are entities of their own. */
function columnsNamedIn(element: XmlElement): string[] {
  return element.children.flatMap((item) => {
    if (item.name === 'attribute') return [item.attributes['name'] ?? ''];
    if (item.name === 'order' || item.name === 'condition') {
      return item.attributes['entityname'] || item.attributes['alias'] ? [] : [item.attributes['attribute'] ?? ''];
    }
    return item.name === 'filter' ? columnsNamedIn(item) : [];
  });
}

function checkLink(file: ViewFile, link: XmlElement, parent: TableMetadata): Finding[] {
  const { subject, path } = file;
  const { name = '', from = '', to = '', alias = '' } = link.attributes;
  const table = subject.index.table(name);
  if (!table) return [unknownTable(path, `a link-entity is on ${name}`)];
  const missing = [
    ...(subject.index.column(parent.name, to) ? [] : [unknownColumn(path, `${parent.name} has no column ${to}`)]),
    ...(subject.index.column(name, from) ? [] : [unknownColumn(path, `${name} has no column ${from}`)]),
  ];
  return [...missing, ...checkEntity(file, link, table, alias)];
}

function checkLayout(path: string, query: XmlElement, table: TableMetadata, read: ReadColumns): Finding[] {
  const grid = child(child(query, 'layoutxml') ?? query, 'grid');
  const row = grid && child(grid, 'row');
  if (!grid || !row) return [unknownColumn(path, 'the view has no layout')];
  const cells = children(row, 'cell').map((cell) => cell.attributes['name'] ?? '');
  return [
    ...(row.attributes['id'] === table.primaryId ? [] : [unknownColumn(path, `the id of a row is ${table.primaryId}`)]),
    ...(table.columns.some(({ name }) => name === grid.attributes['jump'])
      ? []
      : [unknownColumn(path, `the jump column of the grid is no column of ${table.name}`)]),
    ...cells.filter((name) => !isRead(name, read)).map((name) => unreadColumn(path, `the query does not read ${name}`)),
  ];
}

function isRead(cell: string, read: ReadColumns): boolean {
  const [alias, column] = cell.includes('.') ? (cell.split('.') as [string, string]) : (['', cell] as const);
  return read.get(alias)?.has(column) ?? false;
}
