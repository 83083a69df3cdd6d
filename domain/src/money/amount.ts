import { fail, ok } from '../result';
import { mustBe } from '../fieldViolations';
import { type Ruling, violation } from '../violation';
import { type Field, FIELD_WORDS } from '../words';
import { readScaled, writeScaled } from './decimalText';
import { AMOUNT_MINOR_MAX, type MinorUnits, minorUnits } from './minorUnits';

/** What a rule needs to know of a currency: how its sentences call it and how many decimals it has (JPY 0, USD 2, KWD 3). */
export interface Currency {
  readonly code: string;
  readonly decimals: number;
}

/**
 * Reads a decimal text such as "1234.5". Negative amounts are read too: a rule of its own refuses them.
 * @returns GRD-09 for more decimals than the currency has (zeros at the end do not count), GRD-11 for no number or
 * one outside the safe range. domain.md 2.1-4.
 */
export function parseAmount(text: string, currency: Currency, field: Field = 'amount'): Ruling<MinorUnits> {
  const reading = readScaled(text, currency.decimals);
  switch (reading.kind) {
    case 'value':
      return ok(minorUnits(reading.scaled));
    case 'tooManyDecimals':
      return fail([violation('BBL-GRD-09', { column: FIELD_WORDS[field], currency: currency.code }, field)]);
    case 'outOfRange':
      return fail([mustBe(field, `between -${rangeEnd(currency)} and ${rangeEnd(currency)}`)]);
    case 'notANumber':
      return fail([mustBe(field, 'a number')]);
  }
}

/** 123450 as "1234.50" for two decimals: a point, no grouping, all decimals of the currency. */
export function formatAmount(amountMinor: MinorUnits, decimals: number): string {
  return writeScaled(amountMinor, decimals);
}

/** 123456750 USD as "1,234,567.50 USD": how sentences write an amount, grouped as the base language does. */
export function formatMoney(amountMinor: MinorUnits, { code, decimals }: Currency): string {
  const [whole = '', fraction] = formatAmount(amountMinor, decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fraction === undefined ? grouped : `${grouped}.${fraction}`} ${code}`;
}

const rangeEnd = ({ decimals }: Currency): string => writeScaled(AMOUNT_MINOR_MAX, decimals);
