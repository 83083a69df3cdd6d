import { bareId, type LookupRef } from '../api/rows';
import { toIsoDate, toLocalDate } from '../format/dates';
import { isLookup, valueText, type FieldValue } from '../format/valueText';
import { columnRights } from '../model/columnRights';
import { collection } from '../xrm/collection';
import { strict } from '../xrm/strict';
import { toClientLookup, type ClientLookup } from '../xrm/utility';
import type { FormAttribute, RequiredLevel, SubmitMode } from './attribute';
import type { EventHandler } from './events';
import type { FormModel } from './formModel';

export type ClientValue = string | number | boolean | Date | readonly ClientLookup[] | null;
export type AttributeFacade = ReturnType<typeof attributeFacade>;

/** An attribute of the form as client scripts know it; `controls` gives those that show it. */
export function attributeFacade(
  form: FormModel,
  attribute: FormAttribute,
  controls: () => readonly { readonly getName: () => string }[],
) {
  const { column } = attribute;
  const options = (column.options ?? []).map(({ value, label }) => ({ value, text: label }));
  const facade = {
    getName: () => column.name,
    getAttributeType: () => attributeType(column.type),
    getFormat: () => (column.type === 'dateonly' ? 'date' : column.type === 'datetime' ? 'datetime' : null),
    getValue: () => toClientValue(attribute.value, column.type),
    setValue: (value: ClientValue | undefined) =>
      form.update(() => (attribute.value = fromClientValue(value ?? null, column.type))),
    getInitialValue: () => toClientValue(attribute.initial, column.type),
    getIsDirty: () => attribute.isDirty,
    getText: () => valueText(column, attribute.value, form.currency),
    getOptions: () => options,
    getOption: (value: number) => options.find((option) => option.value === value) ?? null,
    getSelectedOption: () => options.find((option) => option.value === Number(attribute.value)) ?? null,
    getPrecision: () => column.precision ?? null,
    getMin: () => (column.minValue === undefined ? null : Number(column.minValue)),
    getMax: () => (column.maxValue === undefined ? null : Number(column.maxValue)),
    getMaxLength: () => column.maxLength ?? null,
    getRequiredLevel: () => attribute.requiredLevel,
    setRequiredLevel: (level: RequiredLevel) => form.update(() => (attribute.requiredLevel = level)),
    getSubmitMode: () => attribute.submitMode,
    setSubmitMode: (mode: SubmitMode) => form.update(() => (attribute.submitMode = mode)),
    getUserPrivilege: () => {
      const { read, create, update } = columnRights(form.model, form.table.name, column);
      return { canRead: read, canCreate: create, canUpdate: update };
    },
    isValid: () => attribute.inputError === undefined,
    addOnChange: (handler: EventHandler) => attribute.onChange.add(handler),
    removeOnChange: (handler: EventHandler) => attribute.onChange.remove(handler),
    fireOnChange: () => void form.fireOnChange(attribute),
    getParent: () => null,
    controls: collection(controls, (control) => control.getName()),
  };
  return strict(`attribute ${column.name}`, facade);
}

function attributeType(type: FormAttribute['column']['type']): string {
  if (type === 'choice' || type === 'state' || type === 'status') return 'optionset';
  if (type === 'dateonly' || type === 'datetime') return 'datetime';
  return type === 'owner' ? 'lookup' : type;
}

function toClientValue(value: FieldValue, type: FormAttribute['column']['type']): ClientValue {
  if (isLookup(value)) return [toClientLookup(value)];
  if (type === 'dateonly' && typeof value === 'string') return toLocalDate(value) ?? null;
  if (type === 'datetime' && typeof value === 'string') return new Date(value);
  return value === '' ? null : value;
}

function fromClientValue(value: ClientValue, type: FormAttribute['column']['type']): FieldValue {
  if (value instanceof Date) return type === 'dateonly' ? toIsoDate(value) : value.toISOString();
  if (isList(value)) {
    const [first] = value;
    return first ? fromClientLookup(first) : null;
  }
  return value;
}

const isList = (value: ClientValue): value is readonly ClientLookup[] => Array.isArray(value);

const fromClientLookup = ({ id, name, entityType }: ClientLookup): LookupRef => ({
  table: entityType,
  id: bareId(id),
  name,
});
