import { labels, localizedNames } from '../labels';
import { bracedId } from '../ids';
import { INTRODUCED_VERSION, logicalName, XSI } from '../names';
import { element, leaf, leaves, type XmlElement } from '@bbl/dataverse/xmlTree';

/** Control classes by the `<Type>` of the column. platform.md 1.12 */
const CLASS_IDS: Readonly<Record<string, string>> = {
  nvarchar: '{4273EDBD-AC1D-40d3-9FB2-095C621B552D}',
  ntext: '{E0DECE4B-6FC8-4a8f-A065-082708572369}',
  int: '{C6D124CA-7EDA-4a60-AEA9-7FB8D318B68F}',
  decimal: '{C3EFE0C3-0EC6-42be-8349-CBD9079DFD8E}',
  money: '{533B9E00-756B-4312-95A0-DC888637AC78}',
  datetime: '{5B773807-9FB2-42db-97C3-7A91EFF8ADFF}',
  lookup: '{270BD3DB-D9AF-4782-9025-509E298DEC0A}',
  owner: '{270BD3DB-D9AF-4782-9025-509E298DEC0A}',
  picklist: '{3EF39988-22BB-4F0B-BBBE-64B5A3748AEE}',
  status: '{5D68B988-0661-4db2-BC3E-17598AD3BE6C}',
  bit: '{67FAC785-CD58-4f9f-ABB3-4B7DDC6ED5ED}',
};
const SUB_GRID_CLASS_ID = '{E7A81278-8635-4d9e-8D4D-59480B391C5B}';

export interface FieldSpec {
  readonly kind: 'field';
  /** Logical name, exactly: any other spelling makes the control disappear. */
  readonly column: string;
  /** `<Type>` of the column's definition. */
  readonly columnType: string;
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly isHidden?: boolean;
}

export interface SubGridSpec {
  readonly kind: 'subGrid';
  readonly id: string;
  readonly label: string;
  /** Logical name of the rows' table. */
  readonly table: string;
  readonly viewId: string;
  readonly relationship: string;
  readonly rows: number;
}

export interface SectionSpec {
  readonly name: string;
  /** No label: the section shows none. */
  readonly label?: string;
  readonly columnCount?: 1 | 2;
  readonly isHidden?: boolean;
  /** Controls in reading order; they fill the rows from the left. */
  readonly controls: readonly (FieldSpec | SubGridSpec)[];
}

export interface TabSpec {
  readonly name: string;
  readonly label: string;
  readonly columns: readonly { readonly widthPercent: number; readonly sections: readonly SectionSpec[] }[];
}

export interface FormSpec {
  /** Schema name */
  readonly table: string;
  readonly name: string;
  readonly type: 'main' | 'quickCreate';
  readonly tabs: readonly TabSpec[];
  /** Fields beside the title; at most four are shown. */
  readonly header?: readonly FieldSpec[];
  readonly onLoad?: { readonly library: string; readonly functionName: string };
}

/** The id of a form, which follows from its table, type and name. */
export const formId = (form: Pick<FormSpec, 'table' | 'type' | 'name'>): string =>
  bracedId('form', logicalName(form.table), form.type, form.name);

/** Ids of the parts of a form, below the form's own name. */
type IdOf = (...path: readonly string[]) => string;

function fieldControl(field: FieldSpec, id: string): XmlElement {
  const classid = CLASS_IDS[field.columnType];
  if (!classid) throw new Error(`A column of type ${field.columnType} has no form control.`);
  return element('control', { id, classid, datafieldname: field.column, disabled: String(field.isDisabled ?? false) });
}

function subGridControl(grid: SubGridSpec, uniqueid: string): XmlElement {
  const parameters = leaves({
    RecordsPerPage: grid.rows,
    AutoExpand: 'Fixed',
    EnableQuickFind: 'false',
    EnableViewPicker: 'false',
    EnableChartPicker: 'false',
    ChartGridMode: 'Grid',
    TargetEntityType: grid.table,
    ViewId: grid.viewId,
    ViewIds: grid.viewId,
    RelationshipName: grid.relationship,
  });
  return element('control', { indicationOfSubgrid: 'true', id: grid.id, classid: SUB_GRID_CLASS_ID, uniqueid }, [
    element('parameters', {}, parameters),
  ]);
}

/** A cell with one field. `place` keeps the ids of the same column in header and body apart. */
export function fieldCell(field: FieldSpec, idOf: IdOf, place = ''): XmlElement {
  return element(
    'cell',
    { id: idOf('cell', place, field.column), showlabel: 'true', visible: field.isHidden ? 'false' : undefined },
    [labels(field.label), fieldControl(field, place ? `${place}_${field.column}` : field.column)],
  );
}

function subGridCell(grid: SubGridSpec, idOf: IdOf, colspan: number): XmlElement {
  const attributes = { id: idOf('cell', grid.id), showlabel: 'false', colspan, rowspan: grid.rows, auto: 'false' };
  return element('cell', attributes, [labels(grid.label), subGridControl(grid, idOf('control', grid.id))]);
}

function rowElements(section: SectionSpec, idOf: IdOf): XmlElement[] {
  const columnCount = section.columnCount ?? 1;
  const rows: XmlElement[] = [];
  let open: XmlElement | undefined;
  for (const control of section.controls) {
    if (control.kind === 'subGrid') {
      rows.push(element('row', {}, [subGridCell(control, idOf, columnCount)]));
      // A sub-grid's height is given by the empty rows that its cell spans.
      rows.push(...Array.from({ length: control.rows - 1 }, () => element('row')));
      open = undefined;
      continue;
    }
    if (!open || open.children.length === columnCount) {
      open = element('row');
      rows.push(open);
    }
    open.children.push(fieldCell(control, idOf));
  }
  return rows;
}

function sectionElement(section: SectionSpec, idOf: IdOf): XmlElement {
  const attributes = {
    showlabel: String(section.label !== undefined),
    showbar: 'false',
    IsUserDefined: 0,
    id: idOf('section', section.name),
    name: section.name,
    columns: '1'.repeat(section.columnCount ?? 1),
    labelwidth: 115,
    visible: section.isHidden ? 'false' : undefined,
  };
  return element('section', attributes, [
    labels(section.label ?? section.name),
    element('rows', {}, rowElements(section, idOf)),
  ]);
}

function tabElement(tab: TabSpec, idOf: IdOf): XmlElement {
  const columns = tab.columns.map(({ widthPercent, sections }) =>
    element('column', { width: `${String(widthPercent)}%` }, [
      element(
        'sections',
        {},
        sections.map((section) => sectionElement(section, idOf)),
      ),
    ]),
  );
  return element('tab', { verticallayout: 'true', id: idOf('tab', tab.name), IsUserDefined: 1, name: tab.name }, [
    labels(tab.label),
    element('columns', {}, columns),
  ]);
}

/** Header or footer: one row of fields. */
function bandElement(name: 'header' | 'footer', fields: readonly FieldSpec[], idOf: IdOf): XmlElement {
  const attributes = {
    id: idOf(name),
    celllabelposition: 'Top',
    columns: '111',
    labelwidth: 115,
    celllabelalignment: 'Left',
  };
  const cells = fields.map((field) => fieldCell(field, idOf, name));
  return element(name, attributes, [element('rows', {}, cells.length > 0 ? [element('row', {}, cells)] : [])]);
}

function scriptElements(onLoad: FormSpec['onLoad'], idOf: IdOf): XmlElement[] {
  if (!onLoad) return [];
  const { library, functionName } = onLoad;
  return [
    element('formLibraries', {}, [element('Library', { name: library, libraryUniqueId: idOf('library', library) })]),
    element('events', {}, [
      element('event', { name: 'onload', application: 'false', active: 'false' }, [
        element('Handlers', {}, [
          element('Handler', {
            functionName,
            libraryName: library,
            handlerUniqueId: idOf('handler', functionName),
            enabled: 'true',
            parameters: '',
            passExecutionContext: 'true',
          }),
        ]),
      ]),
    ]),
  ];
}

/** `FormXml/<type>/{id}.xml`. platform.md 1.12 */
export function formElement(form: FormSpec): XmlElement {
  const idOf: IdOf = (...path) => bracedId('form', logicalName(form.table), form.type, form.name, ...path);
  const isMain = form.type === 'main';
  const attributes = isMain
    ? { shownavigationbar: 'false', headerdensity: 'HighWithControls', showImage: 'false' }
    : {};
  const tabs = element(
    'tabs',
    {},
    form.tabs.map((tab) => tabElement(tab, idOf)),
  );
  return element('forms', XSI, [
    element('systemform', {}, [
      ...leaves({
        formid: formId(form),
        IntroducedVersion: INTRODUCED_VERSION,
        FormPresentation: 1,
        FormActivationState: 1,
      }),
      element('form', attributes, [
        tabs,
        ...(isMain ? [bandElement('header', form.header ?? [], idOf), bandElement('footer', [], idOf)] : []),
        ...scriptElements(form.onLoad, idOf),
        element('DisplayConditions', { Order: 0, FallbackForm: 'true' }, [element('Everyone')]),
      ]),
      leaf('IsCustomizable', 1),
      leaf('CanBeDeleted', 1),
      localizedNames(form.name),
    ]),
  ]);
}
