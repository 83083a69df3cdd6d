import type {
  ChoiceOption,
  ColumnMetadata,
  FormCell,
  FormControl,
  FormMetadata,
  FormSection,
  FormTab,
} from '@bbl/dataverse/metadata';
import { bareId } from '../api/rows';
import type { GridController } from '../grid/gridController';
import type { AppModel } from '../model/appModel';
import { HandlerList } from './events';

/** What a cell holds, by the control's class and binding. */
export type ControlKind = 'field' | 'subgrid' | 'webresource';

const CLASS_SUBGRID = 'e7a81278-8635-4d9e-8d4d-59480b391c5b';
const CLASS_WEB_RESOURCE = '9fdf5f91-88b1-47f4-ad53-c11efc01a01d';

/** A control on the form, with what scripts may change about it. */
export interface ControlState {
  readonly id: string;
  readonly kind: ControlKind;
  readonly cell: FormCell;
  readonly control: FormControl;
  readonly column: ColumnMetadata | undefined;
  readonly section: SectionState | undefined;
  label: string;
  isVisible: boolean;
  isDisabled: boolean;
  notifications: readonly { readonly id: string; readonly text: string }[];
  /** Choices: what the list offers. */
  options: readonly ChoiceOption[];
  /** Lookups: FetchXML filters for the next search. */
  customFilters: readonly string[];
  readonly preSearch: HandlerList;
  /** Sub-grids: there once the form's row exists. */
  grid: GridController | undefined;
  readonly gridOnLoad: HandlerList;
}

export interface SectionState {
  readonly metadata: FormSection;
  readonly tab: TabState;
  label: string;
  isVisible: boolean;
  readonly rows: readonly (readonly CellState[])[];
}

/** A place in a section; empty cells keep the columns in line. */
export interface CellState {
  readonly cell: FormCell;
  readonly control: ControlState | undefined;
}

export interface TabState {
  readonly metadata: FormTab;
  label: string;
  isVisible: boolean;
  readonly columns: readonly { readonly width: string; readonly sections: readonly SectionState[] }[];
}

export interface FormLayout {
  readonly tabs: readonly TabState[];
  readonly header: readonly ControlState[];
  readonly controls: readonly ControlState[];
}

/**
 * A form's tabs, sections and controls as they start.
 * @throws Error for a control whose class the shell does not know
 */
export function buildLayout(model: AppModel, form: FormMetadata): FormLayout {
  const controls: ControlState[] = [];
  const place = (cell: FormCell, section: SectionState | undefined): ControlState | undefined => {
    if (!cell.control) return undefined;
    const state = toControl(cell, cell.control, section, columnOf(model, form.table, cell.control));
    controls.push(state);
    return state;
  };
  const tabs = form.tabs.map((tab) => toTab(tab, place));
  const header = form.header.flatMap((cell) => place(cell, undefined) ?? []);
  return { tabs, header, controls };
}

type Place = (cell: FormCell, section: SectionState) => ControlState | undefined;

function toTab(metadata: FormTab, place: Place): TabState {
  const columns: { width: string; sections: SectionState[] }[] = [];
  const tab: TabState = { metadata, label: metadata.label, isVisible: metadata.isVisible, columns };
  for (const column of metadata.columns) {
    columns.push({ width: column.width, sections: column.sections.map((section) => toSection(section, tab, place)) });
  }
  return tab;
}

function toSection(metadata: FormSection, tab: TabState, place: Place): SectionState {
  const rows: CellState[][] = [];
  const section: SectionState = { metadata, tab, label: metadata.label, isVisible: metadata.isVisible, rows };
  for (const row of metadata.rows) rows.push(row.map((cell) => ({ cell, control: place(cell, section) })));
  return section;
}

/** A control outside every section stands in the header, whose controls have names of their own. */
const HEADER_PREFIX = 'header_';

function toControl(
  cell: FormCell,
  control: FormControl,
  section: SectionState | undefined,
  column: ColumnMetadata | undefined,
): ControlState {
  const isPrefixed = section !== undefined || control.id.startsWith(HEADER_PREFIX);
  return {
    id: isPrefixed ? control.id : HEADER_PREFIX + control.id,
    kind: kindOf(control),
    cell,
    control,
    column,
    section,
    label: cell.label || column?.displayName || '',
    isVisible: cell.isVisible,
    isDisabled: control.isDisabled,
    notifications: [],
    options: column?.options ?? [],
    customFilters: [],
    preSearch: new HandlerList(),
    grid: undefined,
    gridOnLoad: new HandlerList(),
  };
}

function columnOf(model: AppModel, table: string, control: FormControl): ColumnMetadata | undefined {
  if (kindOf(control) !== 'field') return undefined;
  const column = control.column === undefined ? undefined : model.column(table, control.column);
  if (!column) throw new Error(`The form shows ${control.column ?? control.id}, which is no column of ${table}`);
  return column;
}

function kindOf(control: FormControl): ControlKind {
  const classId = bareId(control.classId);
  if (classId === CLASS_SUBGRID) return 'subgrid';
  if (classId === CLASS_WEB_RESOURCE) return 'webresource';
  if (control.column) return 'field';
  throw new Error(`The form control ${control.id} has a class that the local host does not support`);
}

/** A section is shown unless it is hidden itself or everything in it is. */
export function isSectionShown({ isVisible, rows }: SectionState): boolean {
  const controls = rows.flat().flatMap(({ control }) => control ?? []);
  return isVisible && (controls.length === 0 || controls.some((control) => control.isVisible));
}
