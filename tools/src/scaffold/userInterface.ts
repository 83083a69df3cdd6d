import { buttonParts, emptyRibbon, hideAction, type ButtonSpec } from './components/button';
import { fieldCell, formElement, formId, type FieldSpec, type FormSpec } from './components/form';
import { siteMapEntry, type SiteMapEntrySpec } from './components/siteMap';
import { addViewColumn, viewElement, viewId, type ViewColumnSpec, type ViewSpec } from './components/view';
import { webResourceElement, type WebResourceSpec } from './components/webResource';
import { bracedId } from './ids';
import { logicalName } from './names';
import { ComponentType, registerRootComponent } from './registry';
import type { SolutionTree } from './solutionTree';
import { tablePath } from './tables';
import {
  childrenNamed,
  descendant,
  element,
  isElement,
  putChild,
  textOf,
  type XmlElement,
} from '@bbl/dataverse/xmlTree';

const viewPath = ({ table, name }: Pick<ViewSpec, 'table' | 'name'>) =>
  `Entities/${table}/SavedQueries/${viewId(table, name)}.xml`;

/** Writes a view of a table that exists. */
export function putView(tree: SolutionTree, view: ViewSpec): void {
  tree.write(viewPath(view), viewElement(view));
}

/** Adds a column to a view that exists; its rows, order and other columns stay. */
export function putViewColumn(
  tree: SolutionTree,
  view: Pick<ViewSpec, 'table' | 'name'>,
  column: ViewColumnSpec,
): void {
  if (!tree.has(viewPath(view))) throw new Error(`${view.table} has no view "${view.name}".`);
  tree.edit(viewPath(view), (root) => {
    addViewColumn(root, column);
  });
}

const formPath = (form: Pick<FormSpec, 'table' | 'type' | 'name'>) =>
  `Entities/${form.table}/FormXml/${form.type}/${formId(form)}.xml`;

export function putForm(tree: SolutionTree, form: FormSpec): void {
  tree.write(formPath(form), formElement(form));
}

/** A field with the control and the label of its column. */
export function fieldOf(tree: SolutionTree, table: string, column: string): FieldSpec {
  const attributes = descendant(tree.read(tablePath(table)), 'EntityInfo', 'entity', 'attributes');
  const attribute = childrenNamed(attributes, 'attribute').find((each) => textOf(each, 'LogicalName') === column);
  if (!attribute) throw new Error(`${table} has no column ${column}.`);
  const [name] = childrenNamed(descendant(attribute, 'displaynames'), 'displayname');
  return {
    kind: 'field',
    column,
    columnType: textOf(attribute, 'Type'),
    label: name?.attributes['description'] ?? column,
  };
}

/** All sections of a form, in order. */
function sectionsOf(node: XmlElement): XmlElement[] {
  return node.children.filter(isElement).flatMap((child) => (child.name === 'section' ? [child] : sectionsOf(child)));
}

/** Adds a field as a new last row of a section. */
export function putField(
  tree: SolutionTree,
  form: Pick<FormSpec, 'table' | 'type' | 'name'>,
  section: string,
  field: FieldSpec,
): void {
  const idOf = (...path: readonly string[]) => bracedId('form', logicalName(form.table), form.type, form.name, ...path);
  const cell = fieldCell(field, idOf);
  if (!tree.has(formPath(form))) throw new Error(`${form.table} has no ${form.type} form "${form.name}".`);
  tree.edit(formPath(form), (root) => {
    const found = sectionsOf(root).find((each) => each.attributes['name'] === section);
    if (!found) throw new Error(`The form "${form.name}" of ${form.table} has no section ${section}.`);
    putChild(descendant(found, 'rows'), element('row', {}, [cell]), (row) =>
      childrenNamed(row, 'cell').some((each) => each.attributes['id'] === cell.attributes['id']),
    );
  });
}

/** Every group of a site map, in every area. */
function groupsOf(siteMap: XmlElement): XmlElement[] {
  return childrenNamed(descendant(siteMap, 'SiteMap'), 'Area').flatMap((area) => childrenNamed(area, 'Group'));
}

/** Adds an entry as the last one of a group, which one of the solution's site maps has. */
export function putSiteMapEntry(tree: SolutionTree, group: string, entry: SiteMapEntrySpec): void {
  const written = siteMapEntry(entry);
  const isGroup = (node: XmlElement) => node.attributes['Id'] === group;
  const paths = tree.list('AppModuleSiteMaps').map((name) => `AppModuleSiteMaps/${name}/AppModuleSiteMap.xml`);
  const path = paths.find((each) => groupsOf(tree.read(each)).some(isGroup));
  if (path === undefined) throw new Error(`No site map has a group ${group}.`);
  tree.edit(path, (root) => {
    for (const found of groupsOf(root).filter(isGroup)) putById(found, written);
  });
}

export function putWebResource(tree: SolutionTree, resource: WebResourceSpec): void {
  tree.write(`WebResources/${resource.name}.data.xml`, webResourceElement(resource));
  registerRootComponent(tree, { type: ComponentType.WebResource, schemaName: resource.name });
}

const putById = (parent: XmlElement, child: XmlElement, key = 'Id') => {
  putChild(
    parent,
    child,
    (sibling) => sibling.name === child.name && sibling.attributes[key] === child.attributes[key],
  );
};

function editRibbon(tree: SolutionTree, table: string, change: (ribbon: XmlElement) => void): void {
  const path = `Entities/${table}/RibbonDiff.xml`;
  const ribbon = tree.has(path) ? tree.read(path) : emptyRibbon();
  change(ribbon);
  tree.write(path, ribbon);
}

/** Adds a button with its command, rules and texts. `table` is the schema name, `button.table` the logical one. */
export function putButton(tree: SolutionTree, table: string, button: ButtonSpec): void {
  const parts = buttonParts(button);
  editRibbon(tree, table, (ribbon) => {
    const lists: readonly (readonly [XmlElement, readonly XmlElement[]])[] = [
      [descendant(ribbon, 'CustomActions'), parts.customActions],
      [descendant(ribbon, 'CommandDefinitions'), parts.commandDefinitions],
      [descendant(ribbon, 'RuleDefinitions', 'DisplayRules'), parts.displayRules],
      [descendant(ribbon, 'RuleDefinitions', 'EnableRules'), parts.enableRules],
      [descendant(ribbon, 'LocLabels'), parts.locLabels],
    ];
    for (const [list, added] of lists) {
      for (const child of added) putById(list, child);
    }
  });
}

/** Hides a button of the platform on a table's command bars. */
export function hideButton(tree: SolutionTree, table: string, location: string): void {
  editRibbon(tree, table, (ribbon) => {
    putById(descendant(ribbon, 'CustomActions'), hideAction(location), 'HideActionId');
  });
}
