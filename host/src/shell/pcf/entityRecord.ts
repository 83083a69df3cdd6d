import type { ColumnMetadata } from '@bbl/dataverse/metadata';
import type { Client } from '../api/client';
import { toLocalDate } from '../format/dates';
import { isLookup, type FieldValue } from '../format/valueText';
import { FormAttribute } from '../form/attribute';
import { toBody } from '../form/rowValues';
import type { GridController } from '../grid/gridController';
import type { GridRecord } from '../grid/gridRecord';
import type { AppModel } from '../model/appModel';

export type EntityRecord = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord;
type RecordValue = ReturnType<EntityRecord['getValue']>;

/** What model-driven apps offer beyond the typings: editing in place (platform.md 2.5). */
export interface EditableRecord extends EntityRecord {
  readonly setValue: (column: string, value: FieldValue) => Promise<void>;
  readonly save: () => Promise<void>;
  readonly isDirty: () => boolean;
  readonly isValid: () => boolean;
  readonly getChanges: () => { readonly [column: string]: FieldValue };
}

interface RecordPorts {
  readonly client: Client;
  readonly model: AppModel;
  readonly controller: GridController;
}

/** A loaded row as a component sees it. A class, not closures: grids hold a hundred thousand of them. */
export class LoadedRecord implements EditableRecord {
  private changes: Map<string, FieldValue> | undefined;

  constructor(
    private readonly ports: RecordPorts,
    private readonly record: GridRecord,
  ) {}

  getRecordId(): string {
    return this.record.id;
  }

  getNamedReference(): ComponentFramework.EntityReference {
    const { id, table, name } = this.record;
    return { id: { guid: id }, etn: table.name, name };
  }

  getFormattedValue(column: string): string {
    return this.record.formatted(column);
  }

  getValue(column: string): RecordValue {
    const { ports, record } = this;
    const onGrid = ports.controller.columns.find(({ name }) => name === column);
    return toRecordValue(record, column, onGrid?.metadata ?? ports.model.column(record.table.name, column));
  }

  async setValue(column: string, value: FieldValue): Promise<void> {
    const { name } = this.record.table;
    if (!this.ports.model.column(name, column)) throw new Error(`${column} is no column of ${name}`);
    this.changes = (this.changes ?? new Map<string, FieldValue>()).set(column, value);
  }

  isDirty(): boolean {
    return this.changes !== undefined;
  }

  isValid(): boolean {
    return true;
  }

  getChanges(): { readonly [column: string]: FieldValue } {
    return Object.fromEntries(this.changes ?? []);
  }

  async save(): Promise<void> {
    if (!this.changes) return;
    await saveChanges(this.ports, this.record, this.changes);
    this.changes = undefined;
  }
}

function toRecordValue(record: GridRecord, name: string, column: ColumnMetadata | undefined): RecordValue {
  if (column?.targets) {
    const reference = record.lookup(name);
    // The typings know no empty value; the platform answers null.
    return reference
      ? { id: { guid: reference.id }, etn: reference.table, name: reference.name }
      : (null as unknown as RecordValue);
  }
  const value = record.raw(name);
  if (value === null) return null as unknown as RecordValue;
  if (column?.type === 'dateonly') return toLocalDate(String(value)) ?? String(value);
  return column?.type === 'datetime' ? new Date(String(value)) : value;
}

async function saveChanges(
  { client, model }: RecordPorts,
  record: GridRecord,
  changes: ReadonlyMap<string, FieldValue>,
): Promise<void> {
  const attributes = [...changes].flatMap(([name, value]) => {
    const column = model.column(record.table.name, name);
    if (!column) return [];
    const attribute = new FormAttribute(column);
    attribute.value = value;
    attribute.submitMode = 'always';
    if (column.targets && !isLookup(value)) attribute.initial = record.lookup(name);
    return [attribute];
  });
  const body = toBody(model, record.table.name, attributes, false);
  const etag = record.row['@odata.etag'];
  await client.update(record.table.name, record.id, body, typeof etag === 'string' ? etag : undefined);
}
