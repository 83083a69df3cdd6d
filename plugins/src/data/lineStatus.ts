import type { SourceStatus } from '@bbl/domain';
import { sourceStatusWords } from '@bbl/dataverse/mapping';
import type { Session } from './session';

/** A product line as its status is written. */
export interface LineWithStatus {
  readonly id: string;
  readonly ownerId: string;
  readonly billingStatus: SourceStatus;
}

/** Gives a product line its new status and the history its line. @param invoice the invoice it stands on from now on. */
export function writeLineStatus(
  session: Session,
  { id, ownerId, billingStatus }: LineWithStatus,
  status: SourceStatus,
  invoice: { readonly bbl_invoiceid?: string | null } = {},
): void {
  const from = sourceStatusWords.toValue(billingStatus);
  const to = sourceStatusWords.toValue(status);
  session.system.update('bbl_contractline', id, { bbl_billingstatus: to, ...invoice });
  session.record({ table: 'bbl_contractline', id, column: 'bbl_billingstatus', from, to, ownerId });
}
