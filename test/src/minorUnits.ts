import Big from 'big.js';

/** Currencies of an empty store, by their decimals. */
export const DECIMALS = { JPY: 0, USD: 2, KWD: 3 } as const;
export type Currency = keyof typeof DECIMALS;

/** What the Web API sends and answers for an amount in minor units. */
export const amountOf = (minorUnits: number, currency: Currency): number =>
  new Big(minorUnits).div(10 ** DECIMALS[currency]).toNumber();

export const minorOf = (amount: number | string, currency: Currency): number =>
  new Big(amount).times(10 ** DECIMALS[currency]).toNumber();

export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** domain.md 5.2-1 in decimal arithmetic of its own: half up, the rounding customer, who is the first, takes the rest. */
export function partsOf(totalMinor: number, shares: readonly number[]): number[] {
  const others = shares
    .slice(1)
    .map((share) => new Big(totalMinor).times(share).div(100).round(0, Big.roundHalfUp).toNumber());
  return [totalMinor - sumOf(others), ...others];
}
