import { fail, ok } from '../result';
import type { Ruling } from '../violation';
import type { Field } from '../words';
import { mustBe } from '../fieldViolations';
import { readScaled, writeScaled } from './decimalText';
import { type MinorUnits, multiplyDivide } from './minorUnits';

declare const quantityBrand: unique symbol;

/** A quantity as a whole number of ten-thousandths: 7.5 hours are 75,000. */
export type Quantity = number & { readonly [quantityBrand]: true };

export const QUANTITY_DECIMALS = 4;

/** Asserts a whole number of ten-thousandths. */
export function quantity(tenThousandths: number): Quantity {
  if (!Number.isSafeInteger(tenThousandths)) throw new RangeError(`Not a quantity: ${tenThousandths}`);
  return (tenThousandths === 0 ? 0 : tenThousandths) as Quantity;
}

/** What milestones and retainers are billed with. domain.md 8.4-2. */
export const ONE = quantity(10_000);

/** Reads "7.5". @returns GRD-11 for no number, more than four decimals or a size beyond exact arithmetic. domain.md 2.1-4. */
export function parseQuantity(text: string, field: Field = 'quantity'): Ruling<Quantity> {
  const reading = readScaled(text, QUANTITY_DECIMALS);
  switch (reading.kind) {
    case 'value':
      return ok(quantity(reading.scaled));
    case 'tooManyDecimals':
      return fail([mustBe(field, 'a number with at most four decimals')]);
    case 'outOfRange':
      return fail([mustBe(field, 'smaller')]);
    case 'notANumber':
      return fail([mustBe(field, 'a number')]);
  }
}

/** 75,000 as "7.5000": always four decimals. */
export function formatQuantity(value: Quantity): string {
  return writeScaled(value, QUANTITY_DECIMALS);
}

/** Amount = quantity × price, half up in minor units. domain.md 2.4-5, 5.3-2, 8.4-2. */
export function multiplyQuantity(count: Quantity, priceMinor: MinorUnits): MinorUnits {
  return multiplyDivide(priceMinor, count, 10_000);
}
