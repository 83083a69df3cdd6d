import { formatDate, formatDateTime, toIsoDate } from '../format/dates';
import { LOCALE } from '../format/locale';
import { formatMoney, formatNumber } from '../format/numbers';
import type { Currency } from '../model/appDescription';
import { strict } from '../xrm/strict';

/** `context.formatting`, in the app's one language. */
export function makeFormatting(currency: Currency | undefined): ComponentFramework.Formatting {
  const long = (value: Date, options: Intl.DateTimeFormatOptions): string => value.toLocaleDateString(LOCALE, options);
  const members: Partial<ComponentFramework.Formatting> = {
    formatCurrency: (value: number, precision = currency?.precision ?? 2, symbol = currency?.symbol ?? '') =>
      formatMoney(value, precision, symbol),
    formatDecimal: (value: number, precision = 2) => formatNumber(value, precision),
    formatInteger: (value: number) => formatNumber(value, 0),
    formatDateShort: (value: Date, includeTime = false) =>
      includeTime ? formatDateTime(value.toISOString()) : formatDate(toIsoDate(value)),
    formatDateLong: (value: Date) => long(value, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' }),
    formatDateLongAbbreviated: (value: Date) =>
      long(value, { weekday: 'short', year: 'numeric', month: 'short', day: 'numeric' }),
    formatDateYearMonth: (value: Date) => long(value, { year: 'numeric', month: 'long' }),
    formatDateAsFilterStringInUTC: (value: Date, includeTime = false) =>
      includeTime ? value.toISOString().slice(0, 19) + 'Z' : value.toISOString().slice(0, 10),
    formatTime: (value: Date) => value.toLocaleTimeString(LOCALE, { hour: 'numeric', minute: '2-digit' }),
  };
  return strict('context.formatting', members) as ComponentFramework.Formatting;
}
