import type { ColumnMetadata } from '@bbl/dataverse';
import type { MetadataIndex } from '@bbl/dataverse/metadataIndex';
import type { LookupValue, Row, Value } from '@bbl/dataverse/ports';
import { isKind } from '@bbl/dataverse/ports';
import type { Currency } from '../../pipeline/rows/currencies';
import { formattedValue } from './formattedValue';
import type { Annotations } from './preferences';

export interface WriterContext {
  readonly metadata: MetadataIndex;
  readonly annotations: Annotations;
  currencyOf(id: string): Currency;
  readonly baseCurrency: () => Currency;
}

/** What one column contributes: `,"name":value` with its annotations, or nothing. */
export type CellWriter = (row: Row) => string;

const FORMATTED = '@OData.Community.Display.V1.FormattedValue';
const LOOKUP_TABLE = '@Microsoft.Dynamics.CRM.lookuplogicalname';
const NAVIGATION = '@Microsoft.Dynamics.CRM.associatednavigationproperty';

/** Where a value stands in a row, and how it is called in the answer. */
export interface Cell {
  readonly metadata: ColumnMetadata;
  /** Key in the row. */
  readonly key: string;
  readonly property: string;
  readonly table: string;
  /** Key in the row of the currency that a money column is in. */
  readonly currencyKey: string;
  readonly writesNull: boolean;
}

/** Writes one column's part of a row. */
export function cellWriter(
  { metadata, key, property, table, currencyKey, writesNull }: Cell,
  context: WriterContext,
): CellWriter {
  const name = `,${JSON.stringify(property)}:`;
  const empty = writesNull ? `${name}null` : '';
  const annotate = annotatorOf({ metadata, key, property, table, currencyKey, writesNull }, context);
  const isDay = metadata.type === 'dateonly';
  return (row) => {
    const value = row[key];
    if (value === null || value === undefined) return empty;
    const text = name + jsonOf(value, isDay);
    return annotate ? text + annotate(value, row) : text;
  };
}

/** The value in JSON; decimals with the very digits they have. */
export function jsonOf(value: Value, isDay: boolean): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return JSON.stringify(value);
  const tagged = value as Exclude<typeof value, readonly string[]>;
  switch (tagged.t) {
    case 'money':
    case 'decimal':
      return tagged.v;
    case 'choice':
      return String(tagged.v);
    case 'lookup':
      return `"${tagged.id}"`;
    case 'guid':
      return `"${tagged.v}"`;
    case 'datetime':
      return isDay ? `"${tagged.v.slice(0, 10)}"` : `"${tagged.v}"`;
  }
}

type Annotator = (value: Value, row: Row) => string;

function annotatorOf({ metadata, property, table, currencyKey }: Cell, context: WriterContext): Annotator | undefined {
  const { annotations } = context;
  const parts: Annotator[] = [];
  if (annotations.formattedValue && isFormatted(metadata)) {
    const name = `,${JSON.stringify(property + FORMATTED)}:`;
    const isMoney = metadata.type === 'money';
    parts.push((value, row) => {
      const currency = isMoney ? currencyIn(row, currencyKey, metadata, context) : undefined;
      const text = formattedValue(value, metadata, currency);
      return text === undefined ? '' : name + JSON.stringify(text);
    });
  }
  if (isReference(metadata)) parts.push(...lookupAnnotators(metadata.name, property, table, context));
  if (parts.length === 0) return undefined;
  return (value, row) => parts.map((part) => part(value, row)).join('');
}

function lookupAnnotators(column: string, property: string, table: string, context: WriterContext): Annotator[] {
  const parts: Annotator[] = [];
  if (context.annotations.associatedNavigationProperty) {
    const name = `,${JSON.stringify(property + NAVIGATION)}:`;
    parts.push((value) => {
      const navigation = isKind(value, 'lookup') ? navigationOf(value, column, table, context) : undefined;
      return navigation === undefined ? '' : name + JSON.stringify(navigation);
    });
  }
  if (context.annotations.lookupLogicalName) {
    const name = `,${JSON.stringify(property + LOOKUP_TABLE)}:`;
    parts.push((value) => (isKind(value, 'lookup') ? name + JSON.stringify(value.table) : ''));
  }
  return parts;
}

const navigationOf = (
  value: LookupValue,
  column: string,
  table: string,
  { metadata }: WriterContext,
): string | undefined =>
  metadata
    .lookupsOf(table)
    .find(({ referencingColumn, referencedTable }) => referencingColumn === column && referencedTable === value.table)
    ?.lookupNavigation;

function currencyIn(row: Row, key: string, column: ColumnMetadata, context: WriterContext): Currency | undefined {
  if (column.baseOf !== undefined) return context.baseCurrency();
  const currency = row[key];
  return isKind(currency, 'lookup') ? context.currencyOf(currency.id) : undefined;
}

const UNFORMATTED: ReadonlySet<string> = new Set(['string', 'memo', 'uniqueidentifier']);
const isFormatted = ({ type, name }: ColumnMetadata): boolean => !UNFORMATTED.has(type) && name !== 'versionnumber';

export const isReference = ({ type }: ColumnMetadata): boolean => type === 'lookup' || type === 'owner';
