import type { Currency, MinorUnits, PlainDate, SourceStatus } from '@bbl/domain';
import { isClosed } from '@bbl/domain';
import { Contract, ContractLine, MilestoneSplit } from '@bbl/dataverse/generated/tables';
import { contractStatusWords, sourceStatusWords } from '@bbl/dataverse/mapping/choices';
import { amountOf, dateOf } from './figures';

/** What one customer gets of a milestone. */
export interface SplitFacts {
  readonly id: string;
  readonly customer: string;
  readonly date: PlainDate | undefined;
  readonly amountMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
  readonly billingStatus: SourceStatus;
  readonly statusText: string;
  readonly invoice: string;
  /** 0: the open remainder of a progress-based milestone. */
  readonly round: number;
}

/** What the schedule knows beyond its rows: the line above and the splits below. */
export interface LineFacts {
  readonly lineId: string;
  readonly currency: Currency;
  readonly symbol: string;
  readonly contractedAmountMinor: MinorUnits | null;
  readonly estimatedTaxMinor: MinorUnits | null;
  /** Completed and Lost contracts are read-only. domain.md 3.11-3. */
  readonly isClosed: boolean;
  readonly splits: ReadonlyMap<string, readonly SplitFacts[]>;
}

type Row = { readonly [property: string]: unknown };
type WebApi = Pick<ComponentFramework.WebApi, 'retrieveRecord' | 'retrieveMultipleRecords'>;

const FORMATTED = '@OData.Community.Display.V1.FormattedValue';
const CURRENCY = 'transactioncurrencyid';
const CONTRACT = 'bbl_ContractId';
const MILESTONE = `_${MilestoneSplit.MilestoneId}_value`;
/** A line has at most 2,000 splits when they are made. domain.md 4.3-1. */
const SPLITS_MAX = 5000;

/** Reads the line and its splits. */
export async function loadFacts(webApi: WebApi, lineId: string): Promise<LineFacts> {
  const [line, splits] = await Promise.all([
    webApi.retrieveRecord(ContractLine.table, lineId, lineQuery()) as Promise<Row>,
    webApi.retrieveMultipleRecords(MilestoneSplit.table, splitsQuery(lineId), SPLITS_MAX),
  ]);
  const money = line[CURRENCY] as Row;
  const currency = { code: String(money['isocurrencycode']), decimals: Number(money['currencyprecision']) };
  const status = Number((line[CONTRACT] as Row)[Contract.ContractStatus]);
  const byMilestone = new Map<string, SplitFacts[]>();
  for (const row of splits.entities as Row[]) {
    const id = String(row[MILESTONE]);
    byMilestone.set(id, [...(byMilestone.get(id) ?? []), toSplit(row, currency)]);
  }
  // Rounds in their order, what is not in one yet at the end; the customers of a round by name.
  byMilestone.forEach((each) =>
    each.sort((left, right) => orderOf(left) - orderOf(right) || left.customer.localeCompare(right.customer)),
  );
  return {
    lineId,
    currency,
    symbol: String(money['currencysymbol'] ?? ''),
    contractedAmountMinor: amountOrNull(line[ContractLine.ContractedAmount], currency),
    estimatedTaxMinor: amountOrNull(line[ContractLine.EstimatedTax], currency),
    isClosed: isClosed(contractStatusWords.wordOf(status) ?? 'Draft'),
    splits: byMilestone,
  };
}

const orderOf = ({ round }: SplitFacts): number => (round === 0 ? Number.MAX_SAFE_INTEGER : round);

function lineQuery(): string {
  const columns = [ContractLine.ContractedAmount, ContractLine.EstimatedTax].join(',');
  const money = `${CURRENCY}($select=isocurrencycode,currencyprecision,currencysymbol)`;
  return `?$select=${columns}&$expand=${money},${CONTRACT}($select=${Contract.ContractStatus})`;
}

function splitsQuery(lineId: string): string {
  const { Date: DateColumn, Amount, Tax, BillingStatus, Round, AccountId, InvoiceId, ContractLineId } = MilestoneSplit;
  const lookups = [AccountId, InvoiceId, MilestoneSplit.MilestoneId].map((column) => `_${column}_value`);
  const columns = [DateColumn, Amount, Tax, BillingStatus, Round, ...lookups].join(',');
  return `?$select=${columns}&$filter=_${ContractLineId}_value eq ${lineId}&$orderby=${Round},createdon`;
}

function toSplit(row: Row, currency: Currency): SplitFacts {
  const textOf = (column: string): string => String(row[`_${column}_value${FORMATTED}`] ?? '');
  return {
    id: String(row[MilestoneSplit.id]),
    customer: textOf(MilestoneSplit.AccountId),
    date: dateOf(row[MilestoneSplit.Date]),
    amountMinor: amountOf(row[MilestoneSplit.Amount], currency),
    taxMinor: amountOf(row[MilestoneSplit.Tax], currency),
    billingStatus: sourceStatusWords.wordOf(Number(row[MilestoneSplit.BillingStatus])) ?? 'NotReady',
    statusText: String(row[`${MilestoneSplit.BillingStatus}${FORMATTED}`] ?? ''),
    invoice: textOf(MilestoneSplit.InvoiceId),
    round: Number(row[MilestoneSplit.Round] ?? 0),
  };
}

const amountOrNull = (value: unknown, currency: Currency): MinorUnits | null =>
  value === null || value === undefined ? null : amountOf(value, currency);
