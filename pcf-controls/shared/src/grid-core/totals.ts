import type { ExactAmount } from './amounts';
import { addExact, subtractExact } from './amounts';

/** One amount of one row. */
export interface AmountCell {
  /** What tells currencies apart: an id, or the sign where the view shows no currency. */
  readonly currencyKey: string;
  readonly currencyName: string;
  /** Undefined where the amount cannot be read exactly. */
  readonly amount: ExactAmount | undefined;
  /** The amount as the platform formats it: the model for the total's own text. Asked once a currency. */
  readonly textOf: () => string;
}

/** The sum of a column in one currency. */
export interface CurrencyTotal {
  readonly currencyKey: string;
  readonly currencyName: string;
  /** Undefined when an amount among them cannot be read exactly. */
  readonly total: ExactAmount | undefined;
  readonly sampleText: string;
}

interface Sums {
  readonly first: AmountCell;
  /** By number of decimals: amounts of one scale add up as they are, which is what a hundred thousand rows need. */
  readonly unitsByDecimals: Map<number, bigint>;
  isExact: boolean;
}

/** Sums per currency, in the order in which the currencies appear. Empty cells are not passed. domain.md 1.7-2. */
export function totalAmounts(cells: Iterable<AmountCell>): readonly CurrencyTotal[] {
  const sums = new Map<string, Sums>();
  for (const cell of cells) {
    let sum = sums.get(cell.currencyKey);
    if (!sum) sums.set(cell.currencyKey, (sum = { first: cell, unitsByDecimals: new Map(), isExact: true }));
    if (cell.amount) addTo(sum.unitsByDecimals, cell.amount);
    else sum.isExact = false;
  }
  return [...sums.values()].map(({ first, unitsByDecimals, isExact }) => ({
    currencyKey: first.currencyKey,
    currencyName: first.currencyName,
    total: isExact ? sumOf(unitsByDecimals) : undefined,
    sampleText: first.textOf(),
  }));
}

function addTo(unitsByDecimals: Map<number, bigint>, { units, decimals }: ExactAmount): void {
  const present = unitsByDecimals.get(decimals);
  unitsByDecimals.set(decimals, present === undefined ? units : present + units);
}

const sumOf = (unitsByDecimals: ReadonlyMap<number, bigint>): ExactAmount =>
  [...unitsByDecimals].map(([decimals, units]): ExactAmount => ({ units, decimals })).reduce(addExact);

/**
 * What is left of totals when others are taken away, per currency; currencies that come to nothing are left out.
 * Undefined where that cannot be said exactly: a sum is missing, or the others hold a currency that is not there.
 */
export function subtractTotals(
  all: readonly CurrencyTotal[],
  others: readonly CurrencyTotal[],
): readonly CurrencyTotal[] | undefined {
  const left: CurrencyTotal[] = [];
  for (const whole of all) {
    const other = others.find(({ currencyKey }) => currencyKey === whole.currencyKey);
    if (!whole.total || (other && !other.total)) return undefined;
    const total = other?.total ? subtractExact(whole.total, other.total) : whole.total;
    if (total.units !== BigInt(0)) left.push({ ...whole, total });
  }
  const isWithin = others.every(({ currencyKey }) => all.some((whole) => whole.currencyKey === currencyKey));
  return isWithin ? left : undefined;
}
