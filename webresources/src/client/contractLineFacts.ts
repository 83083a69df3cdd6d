import type { MarkableLine } from '@bbl/domain';
import { type BillingStatus, LineType } from '@bbl/dataverse/generated/choices';
import { Contract, ContractLine, Invoice } from '@bbl/dataverse/generated/tables';
import { fetch, isIn } from '@bbl/dataverse/fetch';
import { lineTypeWords, sourceStatusWords } from '@bbl/dataverse/mapping';
import type { RowFacts } from './port';
import { lookupOf, numberOf, type RawRow, textOf } from './rawRow';
import { contractStatusOf } from './statuses';

/** Contract lines with what says whether a product line can be marked. */
export const CONTRACT_LINE_READER = {
  query: (ids: readonly string[]) =>
    fetch(ContractLine.table)
      .select(ContractLine.Name, ContractLine.LineType, ContractLine.BillingStatus, ContractLine.ContractId)
      .where(isIn(ContractLine.id, ids))
      .link(Contract.table, { from: Contract.id, to: ContractLine.ContractId, alias: 'c' }, (contract) =>
        contract.select(Contract.ContractStatus),
      )
      .link(Invoice.table, { from: Invoice.id, to: ContractLine.InvoiceId, alias: 'i', type: 'outer' }, (invoice) =>
        invoice.select(Invoice.Number),
      ),
  read: (rows: readonly RawRow[]): readonly RowFacts[] =>
    rows.map((row) => ({
      id: textOf(row, ContractLine.id),
      name: textOf(row, ContractLine.Name),
      group: lookupOf(row, ContractLine.ContractId),
      line: toMarkableLine(row),
    })),
};

function toMarkableLine(row: RawRow): MarkableLine {
  const status = numberOf(row, ContractLine.BillingStatus);
  return {
    lineType: lineTypeWords.toWord((numberOf(row, ContractLine.LineType) ?? LineType.Project) as LineType),
    billingStatus: status === undefined ? null : sourceStatusWords.toWord(status as BillingStatus),
    invoiceName: textOf(row, `i.${Invoice.Number}`),
    contractStatus: contractStatusOf(row, `c.${Contract.ContractStatus}`),
  };
}
