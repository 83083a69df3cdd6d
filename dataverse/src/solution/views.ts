import type { SolutionFiles, ViewColumn, ViewMetadata } from '../metadata';
import { readXmlFiles } from './files';
import { labelOf } from './labels';
import { child, children, childText, flag, guidOf, requiredAttribute, requiredChild, requiredText, toXml, wholeNumber, type XmlElement } from './xml';
import { ShapeError } from './errors';

/** Saved queries, `Entities/<SchemaName>/SavedQueries/{id}.xml` (platform.md 1.11). */
export function readViews(files: SolutionFiles): ViewMetadata[] {
  return readXmlFiles(files, /^Entities\/[^/]+\/SavedQueries\/[^/]+\.xml$/, 'savedqueries', (root) =>
    readView(requiredChild(root, 'savedquery')),
  );
}

function readView(query: XmlElement): ViewMetadata {
  const fetch = requiredChild(requiredChild(query, 'fetchxml'), 'fetch');
  const grid = requiredChild(requiredChild(query, 'layoutxml'), 'grid');
  return {
    id: guidOf(requiredText(query, 'savedqueryid'), '<savedqueryid>'),
    table: requiredAttribute(requiredChild(fetch, 'entity'), 'name'),
    name: labelOf(query, 'LocalizedNames', 'LocalizedName'),
    queryType: wholeNumber(requiredText(query, 'querytype'), '<querytype>'),
    isDefault: flag(childText(query, 'isdefault'), '<isdefault>'),
    isQuickFind: flag(childText(query, 'isquickfindquery'), '<isquickfindquery>'),
    fetchXml: toXml(fetch),
    layoutXml: toXml(grid),
    columns: children(requiredChild(grid, 'row'), 'cell').filter(isVisible).map(readViewColumn),
  };
}

function isVisible(cell: XmlElement): boolean {
  return !flag(cell.attributes['ishidden'], 'ishidden of a cell');
}

function readViewColumn(cell: XmlElement): ViewColumn {
  if (child(cell, 'control')) throw new ShapeError('a control inside a view column is not supported');
  return { name: requiredAttribute(cell, 'name'), widthPx: wholeNumber(requiredAttribute(cell, 'width'), 'width of a cell') };
}
