import type { Currency, MinorUnits, PlainDate, TypedDates } from '@bbl/domain';
import { formatAmount, isPlainDate, parseAmount, plainDate, toParts, typedDates } from '@bbl/domain';
import type { NumberFormat } from '@bbl/pcf-shared/grid-core';
import { formatExact } from '@bbl/pcf-shared/grid-core';

/** Amounts and dates as the user reads and types them. */
export interface Figures {
  /** With the currency's sign. */
  money(amountMinor: MinorUnits): string;
  /** As it stands in a cell under edit: the user's decimal separator, no grouping, no sign. */
  typed(amountMinor: MinorUnits): string;
  /** What was typed, or undefined when it is no amount of the currency or below 0. */
  parse(text: string): MinorUnits | undefined;
  date(date: PlainDate): string;
  readonly dates: TypedDates;
  month(date: PlainDate): string;
}

type Context = Pick<ComponentFramework.Context<unknown>, 'formatting' | 'userSettings'>;

export function figuresOf({ formatting, userSettings }: Context, currency: Currency, symbol: string): Figures {
  const { numberFormattingInfo: info } = userSettings;
  const format: NumberFormat = {
    decimalSeparator: info.currencyDecimalSeparator,
    groupSeparator: info.currencyGroupSeparator,
    groupSizes: info.currencyGroupSizes,
    negativeSign: info.negativeSign,
  };
  // The platform's own writing of an amount gives the place of the sign; figures never go through its numbers.
  const sample = formatting.formatCurrency(0, currency.decimals, symbol);
  const date = (day: PlainDate): string => formatting.formatDateShort(toLocalDate(day));
  return {
    money: (amountMinor) => formatExact({ units: BigInt(amountMinor), decimals: currency.decimals }, sample, format),
    typed: (amountMinor) => formatAmount(amountMinor, currency.decimals).replace('.', format.decimalSeparator),
    parse: (text) => parseTyped(text, format, currency, symbol),
    date,
    dates: typedDates(date),
    month: (day) => formatting.formatDateYearMonth(toLocalDate(day)),
  };
}

/** Sign, code and grouping may be typed or left out; anything else is no figure. */
function parseTyped(text: string, format: NumberFormat, currency: Currency, symbol: string): MinorUnits | undefined {
  const figure = [symbol, currency.code, format.groupSeparator]
    .filter((each) => each !== '')
    .reduce((left, each) => left.split(each).join(''), text)
    .replace(/\s/g, '')
    .replace(format.decimalSeparator, '.');
  const amount = parseAmount(figure, currency);
  return figure !== '' && amount.ok && amount.value >= 0 ? amount.value : undefined;
}

/** Midnight of the day where the user is, as the platform's formatting takes it. */
export function toLocalDate(date: PlainDate): Date {
  const { year, month, day } = toParts(date);
  const midnight = new Date(2000, 0, 1);
  // The constructor takes the years 0 to 99 for those of the last century.
  midnight.setFullYear(year, month - 1, day);
  return midnight;
}

/** A date-only value of a record: hosts give a local Date, or text that begins with the day. */
export function dateOf(value: unknown): PlainDate | undefined {
  if (value instanceof Date) {
    const [year, month, day] = [value.getFullYear(), value.getMonth() + 1, value.getDate()].map(String);
    return plainDate(
      `${(year ?? '').padStart(4, '0')}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`,
    );
  }
  const text = String(value ?? '').slice(0, 10);
  return isPlainDate(text) ? text : undefined;
}

/** A stored amount: a number, or text where a host keeps decimals exact. Empty counts as 0. */
export function amountOf(value: unknown, currency: Currency): MinorUnits {
  const amount = parseAmount(String(value ?? 0), currency);
  if (!amount.ok) throw new TypeError(`A stored amount cannot be read: ${String(value)}`);
  return amount.value;
}
