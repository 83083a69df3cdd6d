import type { FormMetadata, TableMetadata } from '@bbl/dataverse/metadata';
import type { Client } from '../api/client';
import { bareId, etagOf, formattedValue, rawValue, type LookupRef, type Row } from '../api/rows';
import { isLookup, type FieldValue } from '../format/valueText';
import { GridController } from '../grid/gridController';
import type { AppModel } from '../model/appModel';
import type { Currency } from '../model/appDescription';
import type { FormDefaults } from '../model/pageUrl';
import { hasPrivilege } from '../model/privileges';
import { Observable } from '../state/observable';
import { FormAttribute } from './attribute';
import { HandlerList } from './events';
import { buildLayout, type ControlState, type FormLayout, type TabState } from './layout';
import { fieldValueOf } from './rowValues';

export type FormMode = 'create' | 'update' | 'readOnly';
export type FormNotificationLevel = 'ERROR' | 'WARNING' | 'INFO';

export interface FormNotification {
  readonly id: string;
  readonly level: FormNotificationLevel;
  readonly message: string;
}

const CURRENCY_COLUMN = 'transactioncurrencyid';
const OWNER_COLUMN = 'ownerid';
/** Form notification of a save that was refused. */
const SAVE_NOTIFICATION = 'shell.save';
const STATE_INACTIVE = 1;

/** One form with its row: values, layout, notifications and the events that scripts hook into. No script runs here. */
export class FormModel extends Observable {
  readonly layout: FormLayout;
  readonly attributes: ReadonlyMap<string, FormAttribute>;
  readonly table: TableMetadata;
  readonly onLoad = new HandlerList();
  readonly onSave = new HandlerList();
  readonly onPostSave = new HandlerList();
  readonly onDataLoad = new HandlerList();
  /** Raised after a person or a script changed a value; set by the script host. */
  fireOnChange: (attribute: FormAttribute) => Promise<void> = async () => undefined;

  mode: FormMode;
  /** Undefined until the row exists. */
  id: string | undefined;
  row: Row | undefined;
  notifications: readonly FormNotification[] = [];
  activeTab: TabState | undefined;
  isBusy = false;
  /** A person has typed something. */
  private isTouched = false;
  /** Defaults of columns that the form does not show: they are sent with the new row all the same. */
  private extraDefaults: readonly (readonly [string, FieldValue])[] = [];

  constructor(
    private readonly client: Client,
    readonly model: AppModel,
    readonly metadata: FormMetadata,
    id: string | undefined,
  ) {
    super();
    this.table = model.table(metadata.table);
    this.layout = buildLayout(model, metadata);
    this.attributes = attributesOf(this.layout);
    this.activeTab = this.layout.tabs.find((tab) => tab.isVisible);
    this.id = id === undefined ? undefined : bareId(id);
    this.mode = id === undefined ? 'create' : 'update';
  }

  get isDirty(): boolean {
    return [...this.attributes.values()].some(
      (attribute) => (attribute.isDirty && attribute.submitMode !== 'never') || attribute.inputError !== undefined,
    );
  }

  /** Whether a person would lose something by leaving: values that a new row starts with are nobody's work. */
  get hasInputToLose(): boolean {
    return this.isDirty && (this.id !== undefined || this.isTouched);
  }

  get etag(): string | undefined {
    return this.row && etagOf(this.row);
  }

  /** What the row is called, as typed so far. */
  get name(): string {
    const attribute = this.attributes.get(this.table.primaryName);
    if (attribute) return attribute.value === null ? '' : String(attribute.value);
    return this.row ? formattedValue(this.row, this.table.primaryName) : '';
  }

  /** The row as a lookup would hold it; undefined for a new one. */
  get reference(): LookupRef | undefined {
    return this.id === undefined ? undefined : { table: this.table.name, id: this.id, name: this.name };
  }

  /** The currency of the row's money, the organisation's where it has none yet. */
  get currency(): Currency | undefined {
    const onForm = this.attributes.get(CURRENCY_COLUMN)?.value;
    if (isLookup(onForm)) return this.model.currency(onForm.id);
    const column = this.model.column(this.table.name, CURRENCY_COLUMN);
    const inRow = this.row && column ? fieldValueOf(this.row, column) : null;
    return isLookup(inRow) ? this.model.currency(inRow.id) : this.model.baseCurrency;
  }

  /** Starts a new row with the columns' declared defaults and the given ones. */
  startNew(defaults: FormDefaults): void {
    if (!hasPrivilege(this.model.description.user, this.table, 'Create')) this.mode = 'readOnly';
    for (const attribute of this.attributes.values()) {
      const { column } = attribute;
      const declared = column.defaultValue;
      attribute.reset(column.type === 'boolean' && declared !== undefined ? declared === 1 : (declared ?? null));
      const given = defaults[column.name];
      if (given !== undefined) attribute.value = given;
    }
    this.suggest(OWNER_COLUMN, this.actingUser);
    this.extraDefaults = Object.entries(defaults).filter(([name]) => !this.attributes.has(name));
    this.changed();
  }

  /** Shows the currency that a new row will take: that of the row it stands below, else the organisation's. */
  async suggestCurrency(defaults: FormDefaults): Promise<void> {
    if (!this.attributes.has(CURRENCY_COLUMN)) return;
    const parents = Object.values(defaults).filter(isLookup);
    const parent = parents.find(({ table }) => this.model.column(table, CURRENCY_COLUMN));
    this.suggest(CURRENCY_COLUMN, parent ? await this.currencyOf(parent) : await this.baseCurrency());
    this.changed();
  }

  private async currencyOf(parent: LookupRef): Promise<FieldValue> {
    const column = this.model.column(parent.table, CURRENCY_COLUMN);
    const row = await this.client.retrieve(parent.table, parent.id, `?$select=_${CURRENCY_COLUMN}_value`);
    return column ? fieldValueOf(row, column) : null;
  }

  private async baseCurrency(): Promise<FieldValue> {
    const { baseCurrency } = this.model;
    if (!baseCurrency) return null;
    const table = this.model.table('transactioncurrency');
    const row = await this.client.retrieve(table.name, baseCurrency.id, `?$select=${table.primaryName}`);
    return { table: table.name, id: bareId(baseCurrency.id), name: formattedValue(row, table.primaryName) };
  }

  private get actingUser(): LookupRef {
    const { id, name } = this.model.description.user;
    return { table: 'systemuser', id: bareId(id), name };
  }

  /** Fills in what the server would choose; it is sent only when a person changes it. */
  private suggest(name: string, value: FieldValue): void {
    const attribute = this.attributes.get(name);
    if (attribute && !attribute.isDirty) attribute.reset(value);
  }

  /** Everything that a save submits: the form's attributes and, on create, defaults that it does not show. */
  submittedAttributes(): readonly FormAttribute[] {
    const attributes = [...this.attributes.values()];
    if (this.id !== undefined) return attributes;
    const hidden = this.extraDefaults.flatMap(([name, value]) => {
      const column = this.model.column(this.table.name, name);
      if (!column) return [];
      const attribute = new FormAttribute(column);
      attribute.value = value;
      return [attribute];
    });
    return [...attributes, ...hidden];
  }

  /**
   * Reads the row from the server. What was typed is lost, except what was typed since a save.
   * @param saved the values that the save has sent
   */
  async read(saved?: ReadonlyMap<FormAttribute, FieldValue>): Promise<void> {
    if (this.id === undefined) throw new Error('A new row cannot be read');
    const row = await this.client.retrieve(this.table.name, this.id);
    this.row = row;
    this.clearSaveRefusal();
    for (const attribute of this.attributes.values()) {
      const stored = fieldValueOf(row, attribute.column);
      const sent = saved?.get(attribute);
      if (sent === undefined || !attribute.isTypedSince(sent)) attribute.reset(stored);
      else attribute.initial = stored;
    }
    this.mode = this.modeOf(row);
    this.openGrids();
    this.changed();
  }

  /** Changes a value as a person does and raises the column's change event. */
  async input(attribute: FormAttribute, value: FieldValue): Promise<void> {
    const wasDirty = this.isDirty;
    this.isTouched = true;
    attribute.inputError = undefined;
    attribute.value = value;
    if (wasDirty && !this.isDirty) this.clearSaveRefusal();
    this.changed();
    await this.fireOnChange(attribute);
  }

  /** Notes that what the control holds is no value; the row cannot be saved until it is. */
  refuseInput(attribute: FormAttribute, message: string): void {
    this.isTouched = true;
    attribute.inputError = message;
    this.changed();
  }

  notify(level: FormNotificationLevel, message: string, id: string): void {
    this.notifications = [...this.notifications.filter((item) => item.id !== id), { id, level, message }];
    this.changed();
  }

  clearNotification(id: string): boolean {
    const remaining = this.notifications.filter((item) => item.id !== id);
    const isCleared = remaining.length < this.notifications.length;
    this.notifications = remaining;
    if (isCleared) this.changed();
    return isCleared;
  }

  /** Shows why a save was refused, until it is tried again or nothing is left to save. */
  refuseSave(message: string): void {
    this.notify('ERROR', message, SAVE_NOTIFICATION);
  }

  clearSaveRefusal(): void {
    this.clearNotification(SAVE_NOTIFICATION);
  }

  /** Applies a change of layout or state that the caller made in place. */
  update(change: () => void): void {
    change();
    if (this.activeTab && !this.activeTab.isVisible) this.activeTab = this.layout.tabs.find((tab) => tab.isVisible);
    this.changed();
  }

  showTab(tab: TabState): void {
    this.update(() => (this.activeTab = tab));
  }

  /** Forgets what was typed: the row is gone. */
  discard(): void {
    for (const attribute of this.attributes.values()) attribute.reset(attribute.initial);
    this.clearSaveRefusal();
    this.changed();
  }

  refreshGrids(): void {
    for (const { grid } of this.layout.controls) void grid?.refresh();
  }

  control(id: string): ControlState | undefined {
    return this.layout.controls.find((control) => control.id === id);
  }

  private modeOf(row: Row): FormMode {
    const isInactive = rawValue(row, 'statecode') === STATE_INACTIVE;
    return isInactive || !hasPrivilege(this.model.description.user, this.table, 'Write') ? 'readOnly' : 'update';
  }

  /** Gives sub-grids their rows once the form's row exists. */
  private openGrids(): void {
    for (const control of this.layout.controls) {
      if (control.kind === 'subgrid' && !control.grid) control.grid = this.makeGrid(control);
    }
  }

  private makeGrid({ control: { parameters } }: ControlState): GridController {
    const { ViewId, TargetEntityType, RelationshipName, RecordsPerPage } = parameters;
    const table = TargetEntityType ?? '';
    const view = (ViewId && this.model.findView(ViewId)) || this.model.associatedView(table);
    const relationship = RelationshipName ? this.model.relationship(RelationshipName) : undefined;
    if (RelationshipName && !relationship) throw new Error(`There is no relationship ${RelationshipName}`);
    const grid = new GridController(this.client, this.model, {
      view,
      ...(relationship && this.id ? { parent: { column: relationship.referencingColumn, id: this.id } } : {}),
    });
    if (RecordsPerPage) grid.setPageRows(Number(RecordsPerPage));
    return grid;
  }
}

function attributesOf(layout: FormLayout): ReadonlyMap<string, FormAttribute> {
  const attributes = new Map<string, FormAttribute>();
  for (const { column } of layout.controls) {
    if (column && !attributes.has(column.name)) attributes.set(column.name, new FormAttribute(column));
  }
  return attributes;
}
