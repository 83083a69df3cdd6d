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

/** A loaded row as a component sees it. */
export function makeEntityRecord(ports: RecordPorts, record: GridRecord): EditableRecord {
  const changes = new Map<string, FieldValue>();
  const columnOf = (name: string): ColumnMetadata | undefined =>
    ports.controller.columns.find((column) => column.name === name)?.metadata ??
    ports.model.column(record.table.name, name);
  return {
    getRecordId: () => record.id,
    getNamedReference: () => ({ id: { guid: record.id }, etn: record.table.name, name: record.name }),
    getFormattedValue: (name) => record.formatted(name),
    getValue: (name) => toRecordValue(record, name, columnOf(name)),
    setValue: async (name, value) => {
      if (!ports.model.column(record.table.name, name)) throw new Error(`${name} is no column of ${record.table.name}`);
      changes.set(name, value);
    },
    isDirty: () => changes.size > 0,
    isValid: () => true,
    getChanges: () => Object.fromEntries(changes),
    save: async () => {
      await saveChanges(ports, record, changes);
      changes.clear();
    },
  };
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
