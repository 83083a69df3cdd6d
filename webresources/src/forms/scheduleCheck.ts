import { type Currency, parseAmount, ZERO } from '@bbl/domain';
import { ContractLine } from '@bbl/dataverse/generated/tables';
import { readCurrency } from '../client/currency';
import { readMilestones, type ScheduledRow } from '../schedule/lineSchedule';
import { totalsNotice } from '../schedule/totalsNotice';
import {
  type FormContext,
  isExisting,
  lookupOf,
  onChange,
  onSaved,
  rowIdOf,
  showNoticeOf,
  subGridOf,
  valueOf,
} from './form';

const NOTICE = 'bbl_totals';
const MILESTONES_GRID = 'sg_milestones';

/**
 * Keeps a line's form saying whether its milestones add up to what was contracted: as the figures on the form change,
 * as rows of the schedule change, and after every save. domain.md 4.4-2.
 * @param isFixedPrice whether the line as it stands on the form has milestones at all
 * @returns a function that checks again, for a change of the line's kind
 */
export function checkSchedule(form: FormContext, isFixedPrice: () => boolean): () => void {
  let read: { readonly currency: Currency; readonly milestones: readonly ScheduledRow[] } | undefined;
  const show = () => showNoticeOf(form, NOTICE, 'ERROR', isFixedPrice() && read ? noticeOf(form, read) : null);
  const readAgain = async () => {
    const currencyId = lookupOf(form, 'transactioncurrencyid');
    if (!isExisting(form) || !isFixedPrice() || currencyId === null) return show();
    try {
      const currency = await readCurrency(currencyId);
      read = { currency, milestones: await readMilestones(rowIdOf(form), currency) };
    } catch {
      // Who may not read milestones is told nothing about their total.
      read = undefined;
    }
    show();
  };
  onChange(form, ContractLine.ContractedAmount, show);
  onChange(form, ContractLine.EstimatedTax, show);
  onSaved(form, () => {
    // The platform leaves sub-grids as they are; the schedule shows the contracted amount too.
    subGridOf(form, MILESTONES_GRID)?.refresh();
    void readAgain();
  });
  subGridOf(form, MILESTONES_GRID)?.addOnLoad(() => void readAgain());
  void readAgain();
  return () => void readAgain();
}

function noticeOf(
  form: FormContext,
  { currency, milestones }: { readonly currency: Currency; readonly milestones: readonly ScheduledRow[] },
): string | null {
  const amountOf = (column: string) => {
    const value = valueOf(form, column) as number | null;
    if (value === null) return null;
    const amount = parseAmount(String(value), currency);
    // The server refuses what is no amount of the currency; until then there is nothing to compare.
    return amount.ok ? amount.value : null;
  };
  const contractedAmountMinor = amountOf(ContractLine.ContractedAmount);
  const estimatedTaxMinor = amountOf(ContractLine.EstimatedTax) ?? ZERO;
  return totalsNotice({ contractedAmountMinor, estimatedTaxMinor }, milestones, currency);
}
