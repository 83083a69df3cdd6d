import { type MinorUnits, subtract, sum, ZERO } from '../money/minorUnits';

/** A contracted figure against what the milestones hold. */
export interface TotalsComparison {
  readonly contractedMinor: MinorUnits;
  readonly scheduledMinor: MinorUnits;
  /** Contracted less scheduled. */
  readonly differenceMinor: MinorUnits;
}

/**
 * Whether a line's milestones add up to its contracted amount and their taxes to its estimated tax. Null when they
 * do or nothing was contracted; it blocks nothing. domain.md 4.4-2.
 */
export function compareTotals(
  line: { readonly contractedAmountMinor: MinorUnits | null; readonly estimatedTaxMinor: MinorUnits | null },
  milestones: readonly { readonly amountMinor: MinorUnits; readonly taxMinor: MinorUnits }[],
): { readonly amount: TotalsComparison; readonly tax: TotalsComparison } | null {
  if (line.contractedAmountMinor === null) return null;
  const amount = compared(
    line.contractedAmountMinor,
    milestones.map(({ amountMinor }) => amountMinor),
  );
  const tax = compared(
    line.estimatedTaxMinor ?? ZERO,
    milestones.map(({ taxMinor }) => taxMinor),
  );
  return amount.differenceMinor === 0 && tax.differenceMinor === 0 ? null : { amount, tax };
}

function compared(contractedMinor: MinorUnits, partsMinor: readonly MinorUnits[]): TotalsComparison {
  const scheduledMinor = sum(partsMinor);
  return { contractedMinor, scheduledMinor, differenceMinor: subtract(contractedMinor, scheduledMinor) };
}
