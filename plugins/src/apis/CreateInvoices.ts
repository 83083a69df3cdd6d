import { callBoundViolations, exactlyOneOf, invoiceDates, parsePlainDate, type PlainDate } from '@bbl/domain';
import { createForContracts, type ContractsPlace } from '../invoicing/createForContracts';
import { createForSources } from '../invoicing/createForSources';
import { parseSources } from '../invoicing/namedSources';
import { openSession } from '../data/session';
import type { ApiHandler } from '../runtime/handlers';
import { decided, refuseIfAny } from '../runtime/refusal';
import { openSeries } from '../runtime/series';

/**
 * Drafts for everything due of some contracts, or for the rows named. @returns GRD-07, GRD-08, GRD-11 for the whole
 * request; contracts and rows are refused one by one. domain.md 8.1, 8.2.
 */
export const createInvoices: ApiHandler<'bbl_CreateInvoices'> = (call) => {
  const { ContractIds, Sources, InvoiceDate, CutoffDate, After } = call.request;
  const session = openSession(call);
  decided(exactlyOneOf({ ContractIds: ContractIds !== undefined, Sources: Sources !== undefined }));
  const series = openSeries<ContractsPlace>(After, [ContractIds ?? Sources, InvoiceDate, CutoffDate]);
  const dates =
    series.place?.dates ??
    decided(
      invoiceDates(
        { invoiceDate: sentDate(InvoiceDate, 'invoiceDate'), cutoffDate: sentDate(CutoffDate, 'cutoffDate') },
        session.today,
      ),
    );

  if (Sources !== undefined) {
    const { invoiceIds, results } = createForSources(session, parseSources(Sources), dates);
    return { InvoiceIds: invoiceIds, Results: JSON.stringify(results), Next: '' };
  }
  const contractIds = ContractIds ?? [];
  refuseIfAny(callBoundViolations(contractIds.length));
  const { invoiceIds, results, next } = createForContracts(session, contractIds, dates, series.place);
  return { InvoiceIds: invoiceIds, Results: JSON.stringify(results), Next: series.next(next) };
};

function sentDate(text: string | undefined, field: 'invoiceDate' | 'cutoffDate'): PlainDate | null {
  return text === undefined || text === '' ? null : decided(parsePlainDate(text, field));
}
