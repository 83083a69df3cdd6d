import { contractInvoicingViolations } from '../contract/contractStatus';
import type { PlainDate } from '../dates/plainDate';
import { underRule, type Violation, violation } from '../violation';
import type { InvoicingContract, Selection, SelectionRequest } from './selection';

/** What became of one contract of a call by `ContractIds` or date. `fillings` are indices into the selection's fillings. */
export type ContractOutcome =
  | { readonly outcome: 'changed'; readonly fillings: readonly number[] }
  | { readonly outcome: 'refused'; readonly violations: readonly Violation[] };

/**
 * One answer per contract: the drafts that its sources went on, or why there are none.
 * @param holdingDraft name of a draft that holds rows of the contract already; empty when there is none.
 * @returns CON-04, CON-05, CON-11; INV-06 when all that was due is not chargeable; INV-01. domain.md 8.1-4, 8.2-4, 8.2-5, 8.10-1.
 */
export function contractOutcome(
  contract: InvoicingContract,
  request: Pick<SelectionRequest, 'sources' | 'settings' | 'cutoffDate'>,
  selection: Selection,
  holdingDraft: string,
): ContractOutcome {
  const closed = contractInvoicingViolations(contract.status, request.settings.isConfirmedContractsOnly);
  if (closed.length > 0) return { outcome: 'refused', violations: underRule('8.2-4', closed) };
  const fillings = selection.fillings.flatMap((filling, index) => (filling.contractId === contract.id ? [index] : []));
  if (fillings.length > 0) return { outcome: 'changed', fillings };
  const refusals = selection.outcomes.flatMap((result, index) =>
    result.outcome === 'refused' && request.sources[index]?.contractId === contract.id ? result.violations : [],
  );
  const [first] = refusals;
  return { outcome: 'refused', violations: [first ?? nothingDue(contract, request.cutoffDate, holdingDraft)] };
}

/** @returns INV-01, naming the draft that holds the rows. domain.md 8.2-5, 8.10-1. */
export function nothingDue(
  contract: Pick<InvoicingContract, 'name'>,
  date: PlainDate,
  holdingDraft: string,
): Violation {
  const draft = holdingDraft === '' ? '' : `Draft ${holdingDraft} holds rows already.`;
  return { ...violation('BBL-INV-01', { contract: contract.name, date, draft }), rule: '8.2-5' };
}
