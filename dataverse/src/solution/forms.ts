import type { ControlBinding, FormCell, FormControl, FormEventHandler, FormMetadata, FormSection, FormTab, SolutionFiles } from '../metadata';
import { readControlBinding } from './controlBindings';
import { ShapeError } from './errors';
import { readXmlFiles } from './files';
import { labelOf } from './labels';
import { child, children, flag, guidOf, requiredAttribute, requiredChild, requiredText, wholeNumber, type XmlElement } from './xml';

const FORM_FILE = /^Entities\/([^/]+)\/FormXml\/(main|quickCreate|quick|card)\/[^/]+\.xml$/;

/** Bindings of code components by the `uniqueid` of the control that they replace. */
type Bindings = ReadonlyMap<string, ControlBinding>;

/** Forms, `Entities/<SchemaName>/FormXml/<type>/{id}.xml` (platform.md 1.12); the folder says table and type. */
export function readForms(files: SolutionFiles): FormMetadata[] {
  return readXmlFiles(files, FORM_FILE, 'forms', (root, path) => {
    const [, schemaName = '', type = ''] = FORM_FILE.exec(path) ?? [];
    return readForm(requiredChild(root, 'systemform'), schemaName.toLowerCase(), type as FormMetadata['type']);
  });
}

function readForm(systemForm: XmlElement, table: string, type: FormMetadata['type']): FormMetadata {
  const form = requiredChild(systemForm, 'form');
  const bindings = readBindings(form);
  const header = child(form, 'header');
  return {
    id: guidOf(requiredText(systemForm, 'formid'), '<formid>'),
    table,
    name: labelOf(systemForm, 'LocalizedNames', 'LocalizedName'),
    type,
    tabs: children(form, 'tabs', 'tab').map((tab) => readTab(tab, bindings)),
    header: header ? readRows(header, bindings).flat() : [],
    libraries: children(form, 'formLibraries', 'Library').map((library) => requiredAttribute(library, 'name')),
    handlers: children(form, 'events', 'event').flatMap(readHandlers),
  };
}

function readBindings(form: XmlElement): Bindings {
  const bindings = new Map<string, ControlBinding>();
  for (const description of children(form, 'controlDescriptions', 'controlDescription')) {
    const binding = readControlBinding(description);
    if (binding) bindings.set(uniqueIdOf(requiredAttribute(description, 'forControl')), binding);
  }
  return bindings;
}

function readTab(tab: XmlElement, bindings: Bindings): FormTab {
  return {
    id: guidOf(requiredAttribute(tab, 'id'), 'id of a tab'),
    name: tab.attributes['name'] ?? '',
    label: labelOf(tab, 'labels', 'label'),
    isVisible: readVisible(tab),
    columns: children(tab, 'columns', 'column').map((column) => ({
      width: column.attributes['width'] ?? '100%',
      sections: children(column, 'sections', 'section').map((section) => readSection(section, bindings)),
    })),
  };
}

function readSection(section: XmlElement, bindings: Bindings): FormSection {
  return {
    id: guidOf(requiredAttribute(section, 'id'), 'id of a section'),
    name: section.attributes['name'] ?? '',
    label: labelOf(section, 'labels', 'label'),
    showLabel: readShowLabel(section),
    isVisible: readVisible(section),
    columnCount: readColumnCount(section),
    rows: readRows(section, bindings),
  };
}

/** `columns` has one digit a column: `11` is two columns of one unit each. */
function readColumnCount(section: XmlElement): number {
  return section.attributes['columns']?.length ?? 1;
}

function readRows(holder: XmlElement, bindings: Bindings): (readonly FormCell[])[] {
  return children(holder, 'rows', 'row').map((row) => children(row, 'cell').map((cell) => readCell(cell, bindings)));
}

function readCell(cell: XmlElement, bindings: Bindings): FormCell {
  const control = child(cell, 'control');
  return {
    id: guidOf(requiredAttribute(cell, 'id'), 'id of a cell'),
    label: labelOf(cell, 'labels', 'label'),
    showLabel: readShowLabel(cell),
    isVisible: readVisible(cell),
    colSpan: wholeNumber(cell.attributes['colspan'] ?? '1', 'colspan of a cell'),
    rowSpan: wholeNumber(cell.attributes['rowspan'] ?? '1', 'rowspan of a cell'),
    ...(control && { control: readControl(control, bindings) }),
  };
}

function readControl(control: XmlElement, bindings: Bindings): FormControl {
  const column = control.attributes['datafieldname'];
  const uniqueId = control.attributes['uniqueid'] && uniqueIdOf(control.attributes['uniqueid']);
  const binding = uniqueId ? bindings.get(uniqueId) : undefined;
  const parameters = children(control, 'parameters').flatMap((list) => list.children);
  return {
    id: requiredAttribute(control, 'id'),
    classId: guidOf(requiredAttribute(control, 'classid'), 'classid of a control'),
    ...(column && { column }),
    isDisabled: flag(control.attributes['disabled'], 'disabled of a control'),
    ...(uniqueId && { uniqueId }),
    parameters: Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.text])),
    ...(binding && { binding }),
  };
}

const uniqueIdOf = (text: string): string => guidOf(text, 'uniqueid of a control');

function readShowLabel(element: XmlElement): boolean {
  return flag(element.attributes['showlabel'], `showlabel of a ${element.name}`, true);
}

function readVisible(element: XmlElement): boolean {
  return flag(element.attributes['visible'], `visible of a ${element.name}`, true);
}

function readHandlers(event: XmlElement): FormEventHandler[] {
  const name = requiredAttribute(event, 'name');
  const column = event.attributes['attribute'];
  if (name !== 'onload' && name !== 'onsave' && name !== 'onchange') {
    throw new ShapeError(`the form event '${name}' is not supported`);
  }
  if (name === 'onchange' && !column) throw new ShapeError('an onchange event names no attribute');
  return children(event, 'Handlers', 'Handler')
    .filter((handler) => flag(handler.attributes['enabled'], 'enabled of a handler', true))
    .map((handler) => ({
      event: name,
      ...(column && { column }),
      functionName: requiredAttribute(handler, 'functionName'),
      library: requiredAttribute(handler, 'libraryName'),
      passExecutionContext: flag(handler.attributes['passExecutionContext'], 'passExecutionContext'),
      parameters: handler.attributes['parameters'] ?? '',
    }));
}
