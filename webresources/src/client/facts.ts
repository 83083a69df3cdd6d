import type { MarkableSplit } from '@bbl/domain';
import type { BillingStatus } from '@bbl/dataverse/generated/choices';
import { Contract, ContractLine, Invoice, Milestone, MilestoneSplit } from '@bbl/dataverse/generated/tables';
import { fetch, isIn, type FetchQuery } from '@bbl/dataverse/fetch';
import { sourceStatusWords } from '@bbl/dataverse/mapping';
import { CONTRACT_LINE_READER } from './contractLineFacts';
import { MILESTONE_READER } from './milestoneFacts';
import type { RowFacts } from './port';
import { lookupOf, numberOf, type RawRow, textOf } from './rawRow';
import { contractStatusOf, invoiceStatusOf, sourceStatusOf } from './statuses';

interface Reader {
  readonly query: (ids: readonly string[]) => FetchQuery;
  /** One fact a row, in the order of the rows; several result rows may belong to one. */
  readonly read: (rows: readonly RawRow[]) => readonly RowFacts[];
}

/** The common case: every result row is a row of the table. */
const eachRow =
  (read: (row: RawRow) => RowFacts): Reader['read'] =>
  (rows) =>
    rows.map(read);

/** How the command bar reads the rows of a table; a table without an entry has no rows that it judges. */
const READERS: { readonly [table: string]: Reader } = {
  [MilestoneSplit.table]: {
    query: (ids) =>
      fetch(MilestoneSplit.table)
        .select(MilestoneSplit.Name, MilestoneSplit.BillingStatus, MilestoneSplit.ContractId, MilestoneSplit.AccountId)
        .select(MilestoneSplit.Round, MilestoneSplit.Amount, MilestoneSplit.Tax)
        .where(isIn(MilestoneSplit.id, ids))
        .link(Contract.table, { from: Contract.id, to: MilestoneSplit.ContractId, alias: 'c' }, (contract) =>
          contract.select(Contract.ContractStatus),
        )
        .link(Milestone.table, { from: Milestone.id, to: MilestoneSplit.MilestoneId, alias: 'm' }, (milestone) =>
          milestone.select(Milestone.NextInvoiceStatus),
        )
        .link(Invoice.table, { from: Invoice.id, to: MilestoneSplit.InvoiceId, alias: 'i', type: 'outer' }, (invoice) =>
          invoice.select(Invoice.Number),
        ),
    read: eachRow((row) => ({
      id: textOf(row, MilestoneSplit.id),
      name: textOf(row, MilestoneSplit.Name),
      group: `${lookupOf(row, MilestoneSplit.ContractId)} ${lookupOf(row, MilestoneSplit.AccountId)}`,
      split: toMarkableSplit(row),
    })),
  },
  [Milestone.table]: MILESTONE_READER,
  [ContractLine.table]: CONTRACT_LINE_READER,
  [Contract.table]: {
    query: (ids) => fetch(Contract.table).select(Contract.Name).where(isIn(Contract.id, ids)),
    read: eachRow((row) => ({
      id: textOf(row, Contract.id),
      name: textOf(row, Contract.Name),
      group: textOf(row, Contract.id),
    })),
  },
  [Invoice.table]: {
    query: (ids) =>
      fetch(Invoice.table).select(Invoice.Number, Invoice.Name, Invoice.InvoiceStatus).where(isIn(Invoice.id, ids)),
    read: eachRow((row) => ({
      id: textOf(row, Invoice.id),
      name: textOf(row, Invoice.Number) || textOf(row, Invoice.Name),
      invoiceStatus: invoiceStatusOf(row, Invoice.InvoiceStatus),
      group: '',
    })),
  },
};

function toMarkableSplit(row: RawRow): MarkableSplit {
  const next = numberOf(row, `m.${Milestone.NextInvoiceStatus}`);
  const slice =
    next === undefined
      ? undefined
      : {
          round: numberOf(row, MilestoneSplit.Round) ?? 0,
          isEmpty: numberOf(row, MilestoneSplit.Amount) === 0 && numberOf(row, MilestoneSplit.Tax) === 0,
          nextInvoiceStatus: sourceStatusWords.toWord(next as BillingStatus),
        };
  return {
    name: textOf(row, MilestoneSplit.Name),
    billingStatus: sourceStatusOf(row, MilestoneSplit.BillingStatus),
    invoiceName: textOf(row, `i.${Invoice.Number}`),
    contractStatus: contractStatusOf(row, `c.${Contract.ContractStatus}`),
    ...(slice ? { slice } : {}),
  };
}

/** The reader of a table, or undefined where the command bar judges no rows. */
export const readerOf = (table: string): Reader | undefined => READERS[table];
