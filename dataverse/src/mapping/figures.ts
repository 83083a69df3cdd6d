import {
  type Currency,
  formatAmount,
  formatPercent,
  formatQuantity,
  type MinorUnits,
  parseAmount,
  parseAnyPercent,
  parsePercent,
  parseQuantity,
  type Percent,
  type Quantity,
  type Ruling,
} from '@bbl/domain';

/**
 * Stored figures, which rules once checked: a text that no longer reads as one is a bug or foreign data, never a
 * refusal.
 */
export const storedAmount = (text: string, currency: Currency): MinorUnits => stored(text, parseAmount(text, currency));

export const storedAmountOrNull = (text: string | null, currency: Currency): MinorUnits | null =>
  text === null ? null : storedAmount(text, currency);

/** An empty stored amount counts as 0. */
export const storedAmountOrZero = (text: string | null, currency: Currency): MinorUnits =>
  storedAmount(text ?? '0', currency);

export const storedPercent = (text: string | null): Percent => stored(text, parsePercent(text ?? '0'));

/**
 * A percentage of a milestone that rules calculated from amounts: above 100 where each round was rounded up, or where
 * the milestone's amount fell below the one asked for; below 0 while a negative slice stands alone.
 */
export const calculatedPercent = (text: string | null): Percent => stored(text, parseAnyPercent(text ?? '0'));

export const storedQuantity = (text: string | null): Quantity => stored(text, parseQuantity(text ?? '0'));

export const amountText = (amountMinor: MinorUnits, { decimals }: Currency): string =>
  formatAmount(amountMinor, decimals);

export const amountTextOrNull = (amountMinor: MinorUnits | null, currency: Currency): string | null =>
  amountMinor === null ? null : amountText(amountMinor, currency);

export const percentText = formatPercent;
export const quantityText = formatQuantity;

function stored<T>(text: string | null, reading: Ruling<T>): T {
  if (!reading.ok) throw new TypeError(`A stored figure cannot be read: ${text}`);
  return reading.value;
}
