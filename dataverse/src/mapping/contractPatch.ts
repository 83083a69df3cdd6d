import type { ContractPatch } from '@bbl/domain';
import type { ContractRow } from '../../generated/tables';
import { type SentValues, sentOnly } from './sentValues';

/** What a caller sent of a contract, beside its status. */
export function sentContract(row: ContractRow, sent: SentValues): ContractPatch {
  return sentOnly({
    customerId: row.bbl_customerid,
    currencyId: row.transactioncurrencyid,
    notToExceedLimitMinor: sent.amount(row.bbl_nottoexceedlimit, 'notToExceedLimit'),
  });
}
