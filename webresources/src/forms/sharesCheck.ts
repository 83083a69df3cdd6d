import { readShares, sharesNotice } from '../schedule/shares';
import { type FormContext, isExisting, onSaved, rowIdOf, showNoticeOf, subGridOf } from './form';

const NOTICE = 'bbl_shares';
const CUSTOMERS_GRID = 'sg_customers';

/** Keeps a contract's or line's form saying what its customers' percentages lack. domain.md 5.1-2. */
export function checkShares(form: FormContext, hasShares: () => boolean = () => true): void {
  const check = async () => {
    if (!isExisting(form) || !hasShares()) return showNoticeOf(form, NOTICE, 'WARNING', null);
    try {
      const shares = await readShares(form.data.entity.getEntityName(), rowIdOf(form));
      showNoticeOf(form, NOTICE, 'WARNING', sharesNotice(shares));
    } catch {
      // Who may not read the customers is told nothing about their percentages.
    }
  };
  subGridOf(form, CUSTOMERS_GRID)?.addOnLoad(() => void check());
  onSaved(form, () => void check());
  void check();
}
