import { compareTotals, type Currency, type MinorUnits, subtract, ZERO } from '@bbl/domain';
import { fill, TEXTS } from '../texts';
import { amountWords } from '../ui/figures';

interface Contracted {
  readonly contractedAmountMinor: MinorUnits | null;
  readonly estimatedTaxMinor: MinorUnits | null;
}
interface Part {
  readonly amountMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
}

/** What the form says while a line's milestones do not add up to what was contracted, and what to do; null when they do. domain.md 4.4-2. */
export function totalsNotice(line: Contracted, milestones: readonly Part[], currency: Currency): string | null {
  const comparison = compareTotals(line, milestones);
  if (!comparison) return null;
  const { amount, tax } = comparison;
  const sentences = [
    amount.differenceMinor === 0 ? [] : [sentence('TotalsAmount', amount, currency)],
    tax.differenceMinor === 0 ? [] : [sentence('TotalsTax', tax, currency)],
  ].flat();
  return `${sentences.join(' ')} ${adviceFor(amount.differenceMinor, tax.differenceMinor, milestones.length)}`;
}

interface Compared {
  readonly contractedMinor: MinorUnits;
  readonly scheduledMinor: MinorUnits;
  readonly differenceMinor: MinorUnits;
}

function sentence(
  key: 'TotalsAmount' | 'TotalsTax',
  { contractedMinor, scheduledMinor, differenceMinor }: Compared,
  currency: Currency,
): string {
  const isShort = differenceMinor > 0;
  const size = isShort ? differenceMinor : subtract(ZERO, differenceMinor);
  const words = [contractedMinor, scheduledMinor, size].map((minor) => amountWords(minor, currency));
  return fill(TEXTS[key], [...words, isShort ? TEXTS.TotalsMissing : TEXTS.TotalsTooMuch]);
}

function adviceFor(amountMinor: MinorUnits, taxMinor: MinorUnits, milestonesCount: number): string {
  if (milestonesCount === 0) return TEXTS.TotalsAdviceEmpty;
  const isShort = amountMinor > 0 || (amountMinor === 0 && taxMinor > 0);
  return isShort ? TEXTS.TotalsAdviceMissing : TEXTS.TotalsAdviceTooMuch;
}
