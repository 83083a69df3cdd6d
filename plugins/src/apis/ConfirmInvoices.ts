import { confirmBoundViolations, parsePlainDate } from '@bbl/domain';
import { openSession } from '../data/session';
import { confirmDrafts } from '../invoicing/confirm';
import { takenCount } from '../invoicing/confirmPage';
import type { ApiHandler } from '../runtime/handlers';
import { normalId } from '../runtime/ids';
import { decided, refuseIfAny } from '../runtime/refusal';
import { openSeries } from '../runtime/series';

/**
 * Confirms up to 250 drafts in the order given, 1,000 details a call. @returns INV-09, GRD-07, GRD-11 for the whole
 * request; per invoice see `confirmDrafts`. domain.md 8.7.
 */
export const confirmInvoices: ApiHandler<'bbl_ConfirmInvoices'> = (call) => {
  const { Ids, AccountingDate, After } = call.request;
  refuseIfAny(confirmBoundViolations(Ids.length));
  const accountingDate = AccountingDate ? decided(parsePlainDate(AccountingDate, 'accountingDate')) : null;
  const series = openSeries<number>(After, [Ids, AccountingDate]);
  const session = openSession(call);

  const start = series.place ?? 0;
  const rest = Ids.slice(start);
  const end = start + takenCount(session.system, rest.map(normalId));
  const results = confirmDrafts(session, Ids.slice(start, end), accountingDate);
  return { Results: JSON.stringify(results), Next: series.next(end < Ids.length ? end : undefined) };
};
