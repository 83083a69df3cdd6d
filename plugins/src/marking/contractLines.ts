import { markProductLine, type MarkOutcome } from '@bbl/domain';
import { LINE_COLUMNS, lineStatus, lineTypeWords, required } from '@bbl/dataverse/mapping';
import { readInvoiceNames } from '../data/invoiceNames';
import { writeLineStatus } from '../data/lineStatus';
import type { MarkTable } from './markTable';

/** Marks of product lines. domain.md 3.7. */
export const markLines: MarkTable = {
  table: 'bbl_contractline',
  idColumn: 'bbl_contractlineid',

  read({ user }, ids) {
    const columns = ['bbl_contractlineid', 'bbl_contractid', 'ownerid', 'owningbusinessunit'] as const;
    return user.queryIn('bbl_contractline', columns, 'bbl_contractlineid', ids).map((row) => ({
      id: required(row.bbl_contractlineid),
      contractId: required(row.bbl_contractid),
      ownerId: row.ownerid,
      businessUnitId: row.owningbusinessunit,
    }));
  },

  mark(session, ids, mark, contracts) {
    const { system } = session;
    const rows = system.queryIn('bbl_contractline', LINE_COLUMNS, 'bbl_contractlineid', ids);
    const lines = new Map(rows.map((row) => [required(row.bbl_contractlineid), row]));
    const invoiceNames = readInvoiceNames(
      system,
      rows.map((row) => row.bbl_invoiceid),
    );
    return new Map(
      ids.map((id): [string, MarkOutcome] => {
        const line = required(lines.get(id));
        const outcome = markProductLine(
          {
            lineType: lineTypeWords.toWord(required(line.bbl_linetype)),
            billingStatus: lineStatus(line),
            invoiceName: invoiceNames.get(line.bbl_invoiceid ?? '') ?? '',
            contractStatus: required(contracts.get(required(line.bbl_contractid))).status,
          },
          mark,
        );
        if (outcome.outcome === 'changed') {
          writeLineStatus(session, { id, ownerId: required(line.ownerid), billingStatus: outcome.from }, outcome.to);
        }
        return [id, outcome];
      }),
    );
  },
};
