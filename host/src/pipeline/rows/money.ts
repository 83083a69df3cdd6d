import type { Row } from '@bbl/dataverse/ports';
import { decimal, isKind, lookup, money } from '@bbl/dataverse/ports';
import { divide, formatDecimal, parseDecimal, roundTo } from '../../decimal';
import type { Currencies, Currency } from './currencies';
import type { MoneyColumn, RowPlan } from './plan';

const CURRENCY = 'transactioncurrencyid';
const RATE = 'exchangerate';

/**
 * Completes the money of a row that is created or changed, in place: the currency when an amount has none, the
 * exchange rate, amounts rounded to their precision and the twins in the base currency.
 *
 * A twin is amount ÷ exchange rate, computed exactly and rounded half away from zero to the digits of the base
 * currency. The rate is taken anew whenever an amount or the currency is written; when it differs from the row's, all
 * twins of the row are computed again.
 *
 * @param current the row before the change, null on create; needs the columns of {@link moneyContext}.
 */
export function completeMoney(row: Row, current: Row | null, plan: RowPlan, currencies: Currencies): void {
  if (!plan.hasCurrency) return;
  const isCurrencyWritten = row[CURRENCY] !== undefined;
  const written = plan.moneyColumns.filter(({ column }) => row[column.name] !== undefined);
  if (!isCurrencyWritten && written.length === 0) return;

  const currency = currencyOf(row, current, currencies, written);
  if (!currency) return;
  const isRateNew = plan.hasExchangeRate && rateOf(current) !== currency.exchangeRateText;
  if (isRateNew) row[RATE] = decimal(currency.exchangeRateText);

  for (const money of written) roundAmount(row, money, currency);
  for (const money of isRateNew ? plan.moneyColumns : written) setBase(row, current, money, currency, currencies.base);
}

/** Columns of the row before a change that {@link completeMoney} needs; none when no money is written. */
export function moneyContext(row: Row, plan: RowPlan): readonly string[] {
  if (!plan.hasCurrency) return [];
  const isMoneyWritten = row[CURRENCY] !== undefined || plan.moneyColumns.some(({ column }) => column.name in row);
  if (!isMoneyWritten) return [];
  const columns = [CURRENCY, ...plan.moneyColumns.map(({ column }) => column.name)];
  return plan.hasExchangeRate ? [...columns, RATE] : columns;
}

function currencyOf(
  row: Row,
  current: Row | null,
  currencies: Currencies,
  written: readonly MoneyColumn[],
): Currency | undefined {
  const sent = row[CURRENCY];
  if (isKind(sent, 'lookup')) return currencies.get(sent.id);
  const held = sent === undefined ? current?.[CURRENCY] : undefined;
  if (isKind(held, 'lookup')) return currencies.get(held.id);
  if (written.every(({ column }) => row[column.name] === null)) return undefined;
  row[CURRENCY] = lookup('transactioncurrency', currencies.baseCurrencyId);
  return currencies.base;
}

function rateOf(current: Row | null): string | undefined {
  const rate = current?.[RATE];
  return isKind(rate, 'decimal') ? rate.v : undefined;
}

function roundAmount(row: Row, { column }: MoneyColumn, currency: Currency): void {
  const value = row[column.name];
  if (!isKind(value, 'money')) return;
  const amount = parseDecimal(value.v);
  const scale = column.precisionSource === 2 ? currency.precision : (column.precision ?? 4);
  if (amount && amount.scale > scale) row[column.name] = money(formatDecimal(roundTo(amount, scale)));
}

function setBase(
  row: Row,
  current: Row | null,
  { column, baseColumn }: MoneyColumn,
  own: Currency,
  base: Currency,
): void {
  if (!baseColumn) return;
  const value = row[column.name] ?? (row[column.name] === undefined ? current?.[column.name] : null);
  const amount = isKind(value, 'money') ? parseDecimal(value.v) : undefined;
  row[baseColumn] = amount ? money(formatDecimal(divide(amount, own.exchangeRate, base.precision))) : null;
}
