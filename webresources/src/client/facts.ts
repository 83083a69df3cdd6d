import type { MarkableSplit } from '@bbl/domain';
import { BillingStatus, ContractStatus, InvoiceStatus } from '@bbl/dataverse/generated/choices';
import { Contract, Invoice, Milestone, MilestoneSplit } from '@bbl/dataverse/generated/tables';
import { fetch, isIn, type FetchQuery } from '@bbl/dataverse/fetch';
import { contractStatusWords, invoiceStatusWords, sourceStatusWords } from '@bbl/dataverse/mapping';
import type { RowFacts } from './port';

/** A row as the Web API writes it: lookups as `_column_value`, columns of links as `alias.column`. */
export type RawRow = { readonly [property: string]: unknown };

interface Reader {
  readonly query: (ids: readonly string[]) => FetchQuery;
  readonly read: (row: RawRow) => RowFacts;
}

const text = (row: RawRow, property: string): string => (typeof row[property] === 'string' ? row[property] : '');
const number = (row: RawRow, property: string): number | undefined =>
  typeof row[property] === 'number' ? row[property] : undefined;
const lookup = (row: RawRow, column: string): string => text(row, `_${column}_value`);

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
    read: (row) => ({
      id: text(row, MilestoneSplit.id),
      name: text(row, MilestoneSplit.Name),
      group: `${lookup(row, MilestoneSplit.ContractId)} ${lookup(row, MilestoneSplit.AccountId)}`,
      split: toMarkableSplit(row),
    }),
  },
  [Milestone.table]: {
    query: (ids) => fetch(Milestone.table).select(Milestone.Name, Milestone.ContractId).where(isIn(Milestone.id, ids)),
    read: (row) => ({
      id: text(row, Milestone.id),
      name: text(row, Milestone.Name),
      group: lookup(row, Milestone.ContractId),
    }),
  },
  [Contract.table]: {
    query: (ids) => fetch(Contract.table).select(Contract.Name).where(isIn(Contract.id, ids)),
    read: (row) => ({
      id: text(row, Contract.id),
      name: text(row, Contract.Name),
      group: text(row, Contract.id),
    }),
  },
  [Invoice.table]: {
    query: (ids) =>
      fetch(Invoice.table).select(Invoice.Number, Invoice.Name, Invoice.InvoiceStatus).where(isIn(Invoice.id, ids)),
    read: (row) => ({
      id: text(row, Invoice.id),
      name: text(row, Invoice.Number) || text(row, Invoice.Name),
      invoiceStatus: invoiceStatusWords.toWord(
        (number(row, Invoice.InvoiceStatus) ?? InvoiceStatus.Draft) as InvoiceStatus,
      ),
      group: '',
    }),
  },
};

function toMarkableSplit(row: RawRow): MarkableSplit {
  const next = number(row, `m.${Milestone.NextInvoiceStatus}`);
  const slice =
    next === undefined
      ? undefined
      : {
          round: number(row, MilestoneSplit.Round) ?? 0,
          isEmpty: number(row, MilestoneSplit.Amount) === 0 && number(row, MilestoneSplit.Tax) === 0,
          nextInvoiceStatus: sourceStatusWords.toWord(next as BillingStatus),
        };
  return {
    name: text(row, MilestoneSplit.Name),
    billingStatus: sourceStatusWords.toWord(
      (number(row, MilestoneSplit.BillingStatus) ?? BillingStatus.NotReadyToInvoice) as BillingStatus,
    ),
    invoiceName: text(row, `i.${Invoice.Number}`),
    contractStatus: contractStatusWords.toWord(
      (number(row, `c.${Contract.ContractStatus}`) ?? ContractStatus.Draft) as ContractStatus,
    ),
    ...(slice ? { slice } : {}),
  };
}

/** The reader of a table, or undefined where the command bar judges no rows. */
export const readerOf = (table: string): Reader | undefined => READERS[table];
