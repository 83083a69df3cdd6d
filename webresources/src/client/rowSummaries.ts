import { add, type Currency, type MinorUnits, plainDate, type PlainDate } from '@bbl/domain';
import { BillingStatus } from '@bbl/dataverse/generated/choices';
import { Contract, ContractLine, Invoice, Milestone, MilestoneSplit } from '@bbl/dataverse/generated/tables';
import { eq, fetch, type FetchFilter, type FetchQuery, isIn } from '@bbl/dataverse/fetch';
import { storedAmountOrZero } from '@bbl/dataverse/mapping';
import { idParts } from './idParts';
import { decimalOf, formattedOf, lookupOf, type RawRow, readRows, textOf } from './rawRow';

/** What a dialog says of a row, so that a person can tell it from others. Names are empty where nothing tells them. */
export interface RowSummary {
  readonly id: string;
  readonly name: string;
  readonly customer: string;
  readonly contract: string;
  /** The same for rows that come onto one draft: those of one contract and customer, whatever they are called. domain.md 8.2-1. */
  readonly draft: string;
  /** When it is due; null for what has no date. */
  readonly date: PlainDate | null;
  /** With tax. */
  readonly amountMinor: MinorUnits;
  readonly currency: Currency;
}

const CURRENCY = {
  table: 'transactioncurrency',
  id: 'transactioncurrencyid',
  code: 'isocurrencycode',
  decimals: 'currencyprecision',
};

/** Columns of a table that make its summary; the customer may stand on the contract, which has the alias `c`. */
interface SummaryColumns {
  readonly table: string;
  readonly id: string;
  readonly name: readonly string[];
  readonly customer: string;
  readonly contract?: string;
  readonly date?: string;
  readonly amounts: readonly string[];
}

const OF_CONTRACT = `c.${Contract.CustomerId}`;
const SPLIT: SummaryColumns = {
  table: MilestoneSplit.table,
  id: MilestoneSplit.id,
  name: [MilestoneSplit.Name],
  customer: MilestoneSplit.AccountId,
  contract: MilestoneSplit.ContractId,
  date: MilestoneSplit.Date,
  amounts: [MilestoneSplit.AmountAfterTax],
};
const COLUMNS: { readonly [table: string]: SummaryColumns } = {
  [MilestoneSplit.table]: SPLIT,
  [Milestone.table]: {
    table: Milestone.table,
    id: Milestone.id,
    name: [Milestone.Name],
    customer: OF_CONTRACT,
    contract: Milestone.ContractId,
    date: Milestone.Date,
    amounts: [Milestone.AmountAfterTax],
  },
  [ContractLine.table]: {
    table: ContractLine.table,
    id: ContractLine.id,
    name: [ContractLine.Name],
    customer: OF_CONTRACT,
    contract: ContractLine.ContractId,
    date: ContractLine.RequestedDeliveryDate,
    amounts: [ContractLine.Amount, ContractLine.Tax],
  },
  [Invoice.table]: {
    table: Invoice.table,
    id: Invoice.id,
    name: [Invoice.Number, Invoice.Name],
    customer: Invoice.AccountId,
    contract: Invoice.ContractId,
    date: Invoice.InvoiceDate,
    amounts: [Invoice.TotalAmount],
  },
  [Contract.table]: {
    table: Contract.table,
    id: Contract.id,
    name: [Contract.Name],
    customer: Contract.CustomerId,
    amounts: [],
  },
};

/** Summaries of rows in no order; rows that cannot be read are left out, as is every row of a table without summary. */
export async function readSummaries(table: string, ids: readonly string[]): Promise<readonly RowSummary[]> {
  const columns = COLUMNS[table];
  return columns ? inParts(ids, (part) => summariesOf(columns, isIn(columns.id, part))) : [];
}

/** Tables of what is billed, with the column of its status. */
const STATUS: { readonly [table: string]: string } = {
  [MilestoneSplit.table]: MilestoneSplit.BillingStatus,
  [ContractLine.table]: ContractLine.BillingStatus,
};

/** What Create invoice would bill of these rows: those that are ready, of milestones their parts that are. */
export function readBillable(table: string, ids: readonly string[]): Promise<readonly RowSummary[]> {
  const columns = table === Milestone.table ? SPLIT : COLUMNS[table];
  const status = columns && STATUS[columns.table];
  if (!columns || status === undefined) return readSummaries(table, ids);
  const isReady = eq(status, BillingStatus.ReadyToInvoice);
  const named = table === Milestone.table ? MilestoneSplit.MilestoneId : columns.id;
  return inParts(ids, (part) => summariesOf(columns, isIn(named, part), isReady));
}

async function inParts(
  ids: readonly string[],
  read: (part: readonly string[]) => Promise<readonly RowSummary[]>,
): Promise<readonly RowSummary[]> {
  const summaries: RowSummary[] = [];
  for (const part of idParts(ids)) summaries.push(...(await read(part)));
  return summaries;
}

async function summariesOf(
  columns: SummaryColumns,
  ...filters: readonly FetchFilter[]
): Promise<readonly RowSummary[]> {
  const rows = await readRows(columns.table, queryOf(columns, filters));
  return rows.map((row) => toSummary(row, columns));
}

function queryOf(columns: SummaryColumns, filters: readonly FetchFilter[]): FetchQuery {
  const { table, id, name, customer, contract, date, amounts } = columns;
  const own = [id, ...name, customer, contract, date, ...amounts].filter(
    (column): column is string => column !== undefined && column !== OF_CONTRACT,
  );
  const query = fetch(table)
    .select(...own)
    .where(...filters)
    .link(CURRENCY.table, { from: CURRENCY.id, to: CURRENCY.id, alias: 'u' }, (currency) =>
      currency.select(CURRENCY.code, CURRENCY.decimals),
    );
  if (customer !== OF_CONTRACT || contract === undefined) return query;
  return query.link(Contract.table, { from: Contract.id, to: contract, alias: 'c' }, (linked) =>
    linked.select(Contract.CustomerId),
  );
}

function toSummary(row: RawRow, { id, name, customer, contract, date, amounts }: SummaryColumns): RowSummary {
  const currency = { code: textOf(row, `u.${CURRENCY.code}`), decimals: Number(row[`u.${CURRENCY.decimals}`]) };
  const day = date === undefined ? '' : textOf(row, date).slice(0, 10);
  return {
    id: textOf(row, id),
    name: name.map((column) => textOf(row, column)).find((text) => text !== '') ?? '',
    customer: formattedOf(row, customer),
    contract: contract === undefined ? '' : formattedOf(row, contract),
    draft: [contract === undefined ? textOf(row, id) : lookupOf(row, contract), lookupOf(row, customer)].join(' '),
    date: day === '' ? null : plainDate(day),
    amountMinor: amounts
      .map((column) => storedAmountOrZero(decimalOf(row, column), currency))
      .reduce((total, each) => add(total, each), storedAmountOrZero(null, currency)),
    currency,
  };
}
