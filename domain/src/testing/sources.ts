import { ONE } from '../money/quantity';
import { splitContent, type Source } from '../invoice/source';
import type { InvoicingContract, OpenDraft, SelectionRequest } from '../invoice/selection';
import { day, usd } from './values';

/** A Ready milestone split of 100.00, due on 2026-03-31, of contract k's customer k1. */
export function readySplit(id: string, changes: Partial<Source> = {}): Source {
  return {
    kind: 'split',
    id,
    name: `Split ${id}`,
    contractId: 'k',
    contractCustomerId: 'k1',
    contractLineId: 'l1',
    billingStatus: 'Ready',
    date: day('2026-03-31'),
    invoiceName: '',
    content: splitContent({ name: `Split ${id}`, amountMinor: usd('100'), taxMinor: usd('19') }),
    ...changes,
  };
}

/** The same with another billing type. */
export const nonChargeable = (id: string): Source => {
  const source = readySplit(id);
  return { ...source, content: { ...source.content, billingType: 'NonChargeable', quantity: ONE } };
};

export const confirmedContract = (id = 'k'): InvoicingContract => ({ id, name: `Contract ${id}`, status: 'Confirmed' });

export function openDraft(invoiceId: string, changes: Partial<OpenDraft> = {}): OpenDraft {
  return {
    invoiceId,
    contractId: 'k',
    contractCustomerId: 'k1',
    invoiceDate: day('2026-03-31'),
    detailsCount: 0,
    hasChargeable: true,
    ...changes,
  };
}

/** `bbl_CreateInvoices` with these sources named, dated and cut off on 2026-03-31. */
export function namedRequest(sources: readonly Source[], changes: Partial<SelectionRequest> = {}): SelectionRequest {
  return {
    sources,
    contracts: [confirmedContract()],
    drafts: [],
    invoiceDate: day('2026-03-31'),
    cutoffDate: day('2026-03-31'),
    dueBy: 'cutoff',
    opensDrafts: true,
    isNamed: true,
    settings: { isConfirmedContractsOnly: false, isZeroInvoiceAllowed: false },
    ...changes,
  };
}
