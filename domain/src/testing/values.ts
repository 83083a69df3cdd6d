import { type PlainDate, plainDate } from '../dates/plainDate';
import { type Currency, formatAmount, parseAmount } from '../money/amount';
import type { MinorUnits } from '../money/minorUnits';
import { parsePercent, type Percent } from '../money/percent';
import { parseQuantity, type Quantity } from '../money/quantity';
import type { Ruling, Violation } from '../violation';

export const USD: Currency = { code: 'USD', decimals: 2 };
export const JPY: Currency = { code: 'JPY', decimals: 0 };
export const KWD: Currency = { code: 'KWD', decimals: 3 };
export const CURRENCIES = [JPY, USD, KWD];

/** What a rule decided; a test that expects a decision fails with the codes that stood against it. */
export function decided<T>(ruling: Ruling<T>): T {
  if (!ruling.ok) throw new Error(`Refused: ${ruling.error.map(({ code }) => code).join(', ')}`);
  return ruling.value;
}

/** The codes of a refusal, in order; none for a decision. */
export function codesOf(answer: Ruling<unknown> | readonly Violation[]): string[] {
  if ('ok' in answer) return answer.ok ? [] : answer.error.map(({ code }) => code);
  return answer.map(({ code }) => code);
}

export const usd = (text: string): MinorUnits => decided(parseAmount(text, USD));

export const inUsd = (amountMinor: MinorUnits): string => formatAmount(amountMinor, USD.decimals);

export const pct = (text: string): Percent => decided(parsePercent(text));

export const qty = (text: string): Quantity => decided(parseQuantity(text));

export const day = (text: string): PlainDate => plainDate(text);
