/**
 * The values of a row as they cross the border between an engine (C# in Dataverse, Node locally) and the rules
 * bundle. JSON alone cannot tell a choice from a whole number or money from a decimal, and .NET insists on the
 * difference; so every value that JSON cannot name carries its kind. Design: docs/adr/0003-plug-in-border.md.
 */

/** Money or decimal as an exact decimal string, for example "-1200.5" ; never a JSON number. */
export interface MoneyValue {
  readonly t: 'money';
  readonly v: string;
}
export interface DecimalValue {
  readonly t: 'decimal';
  readonly v: string;
}
/** A choice, state or status value (OptionSetValue in .NET). */
export interface ChoiceValue {
  readonly t: 'choice';
  readonly v: number;
}
/** A lookup (EntityReference in .NET). `id` is lower case without braces. `name` is only informative. */
export interface LookupValue {
  readonly t: 'lookup';
  readonly table: string;
  readonly id: string;
  readonly name?: string;
}
/**
 * A point in time in UTC, `YYYY-MM-DDTHH:MM:SSZ` (fractions of a second allowed). Date-only columns travel as
 * midnight: .NET knows no difference, so the column's metadata decides what a reader makes of it.
 */
export interface DateTimeValue {
  readonly t: 'datetime';
  readonly v: string;
}
/** A unique identifier that is no lookup: primary keys, Guid parameters. Lower case without braces. */
export interface GuidValue {
  readonly t: 'guid';
  readonly v: string;
}

/** Plain JSON: text is a string, whole number a number, yes/no a boolean, StringArray a list of strings. */
export type Value =
  | null
  | string
  | number
  | boolean
  | readonly string[]
  | MoneyValue
  | DecimalValue
  | ChoiceValue
  | LookupValue
  | DateTimeValue
  | GuidValue;

/** Columns by logical name. A missing key is "not sent", `null` is "empty". */
export type Row = { [column: string]: Value };

export const money = (v: string): MoneyValue => ({ t: 'money', v });
export const decimal = (v: string): DecimalValue => ({ t: 'decimal', v });
export const choice = (v: number): ChoiceValue => ({ t: 'choice', v });
export const lookup = (table: string, id: string): LookupValue => ({ t: 'lookup', table, id });
export const dateTime = (v: string): DateTimeValue => ({ t: 'datetime', v });
export const guid = (v: string): GuidValue => ({ t: 'guid', v });

type Tagged = Exclude<Value, null | string | number | boolean | readonly string[]>;

/** Narrows to one tagged kind: `isKind(value, 'lookup')`. */
export function isKind<K extends Tagged['t']>(value: Value | undefined, kind: K): value is Extract<Tagged, { t: K }> {
  return typeof value === 'object' && value !== null && 't' in value && value.t === kind;
}
