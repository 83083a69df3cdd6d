import {
  type Currency,
  type ExistingMilestone,
  type ExistingSplit,
  type NewMilestone,
  plainDate,
  type ProgressColumns,
  type SplitColumns,
} from '@bbl/domain';
import type { MilestoneRow, MilestoneSplitRow } from '../../generated/tables';
import { headerStatusWords, sourceStatusWords } from './choices';
import type { Columns } from './engineRows';
import {
  amountText,
  amountTextOrNull,
  calculatedPercent,
  percentText,
  storedAmount,
  storedAmountOrNull,
  storedAmountOrZero,
  storedPercent,
} from './figures';
import { required } from './required';

/** What the rules read of a split. */
export const SPLIT_COLUMNS = [
  'bbl_milestonesplitid',
  'bbl_milestoneid',
  'bbl_contractlineid',
  'bbl_contractid',
  'bbl_contractlinecustomerid',
  'bbl_accountid',
  'bbl_name',
  'bbl_date',
  'bbl_amount',
  'bbl_tax',
  'bbl_amountaftertax',
  'bbl_billingstatus',
  'bbl_invoiceid',
  'bbl_round',
  'bbl_billingsplit',
  'bbl_isrounding',
  'ownerid',
  'transactioncurrencyid',
] as const;

export type SplitRecord = Columns<'bbl_milestonesplit', (typeof SPLIT_COLUMNS)[number]>;

/** What the rules read of a header. */
export const MILESTONE_COLUMNS = [
  'bbl_milestoneid',
  'bbl_contractlineid',
  'bbl_contractid',
  'bbl_name',
  'bbl_date',
  'bbl_amount',
  'bbl_tax',
  'bbl_headerstatus',
  'bbl_nextinvoicepercent',
  'bbl_nextinvoiceamount',
  'bbl_nextinvoicestatus',
  'bbl_openround',
  'bbl_percentallotted',
  'bbl_invoicedtodate',
  'bbl_percentinvoiced',
  'bbl_remainingamount',
  'ownerid',
  'transactioncurrencyid',
] as const;

export type MilestoneRecord = Columns<'bbl_milestone', (typeof MILESTONE_COLUMNS)[number]>;

/** @param wasInvoiced whether it ever stood on a confirmed invoice, which no column tells. */
export function toSplit(row: SplitRecord, currency: Currency, wasInvoiced: boolean): ExistingSplit {
  return {
    id: required(row.bbl_milestonesplitid),
    lineCustomerId: row.bbl_contractlinecustomerid ?? '',
    accountId: row.bbl_accountid ?? '',
    name: row.bbl_name ?? '',
    date: plainDate(required(row.bbl_date)),
    amountMinor: storedAmountOrZero(row.bbl_amount, currency),
    taxMinor: storedAmountOrZero(row.bbl_tax, currency),
    amountAfterTaxMinor: storedAmountOrZero(row.bbl_amountaftertax, currency),
    billingStatus: sourceStatusWords.toWord(required(row.bbl_billingstatus)),
    round: required(row.bbl_round),
    percent: storedPercent(row.bbl_billingsplit),
    isRounding: row.bbl_isrounding ?? false,
    wasInvoiced,
  };
}

/** The columns of a split that change, or all of a new one. */
export function fromSplit(columns: Partial<SplitColumns>, currency: Currency): MilestoneSplitRow {
  const { lineCustomerId, accountId, name, date, amountMinor, taxMinor, amountAfterTaxMinor } = columns;
  const { billingStatus, round, percent, isRounding } = columns;
  return {
    ...(lineCustomerId !== undefined && { bbl_contractlinecustomerid: lineCustomerId }),
    ...(accountId !== undefined && { bbl_accountid: accountId }),
    ...(name !== undefined && { bbl_name: name }),
    ...(date !== undefined && { bbl_date: date }),
    ...(amountMinor !== undefined && { bbl_amount: amountText(amountMinor, currency) }),
    ...(taxMinor !== undefined && { bbl_tax: amountText(taxMinor, currency) }),
    ...(amountAfterTaxMinor !== undefined && { bbl_amountaftertax: amountText(amountAfterTaxMinor, currency) }),
    ...(billingStatus !== undefined && { bbl_billingstatus: sourceStatusWords.toValue(billingStatus) }),
    ...(round !== undefined && { bbl_round: round }),
    ...(percent !== undefined && { bbl_billingsplit: percentText(percent) }),
    ...(isRounding !== undefined && { bbl_isrounding: isRounding }),
  };
}

export function toMilestone(
  row: MilestoneRecord,
  splits: readonly ExistingSplit[],
  currency: Currency,
): ExistingMilestone {
  return {
    name: row.bbl_name ?? '',
    date: plainDate(required(row.bbl_date)),
    amountMinor: storedAmount(required(row.bbl_amount), currency),
    taxMinor: storedAmountOrZero(row.bbl_tax, currency),
    headerStatus: headerStatusWords.toWord(required(row.bbl_headerstatus)),
    splits,
    progress: toProgress(row, currency),
  };
}

/** A header without next invoice status has completed milestones. domain.md 2.5-2. */
function toProgress(row: MilestoneRecord, currency: Currency): ProgressColumns | null {
  if (row.bbl_nextinvoicestatus === null) return null;
  return {
    nextInvoicePercent: row.bbl_nextinvoicepercent === null ? null : calculatedPercent(row.bbl_nextinvoicepercent),
    nextInvoiceAmountMinor: storedAmountOrNull(row.bbl_nextinvoiceamount, currency),
    nextInvoiceStatus: sourceStatusWords.toWord(row.bbl_nextinvoicestatus),
    openRound: row.bbl_openround,
    percentAllotted: calculatedPercent(row.bbl_percentallotted),
    invoicedToDateMinor: storedAmountOrZero(row.bbl_invoicedtodate, currency),
    percentInvoiced: calculatedPercent(row.bbl_percentinvoiced),
    remainingAmountMinor: storedAmountOrZero(row.bbl_remainingamount, currency),
  };
}

/** A header's derived and entered columns; its parents and owner are the caller's. */
export function fromMilestone(
  milestone: Pick<NewMilestone, 'name' | 'date' | 'amountMinor' | 'taxMinor' | 'amountAfterTaxMinor' | 'headerStatus'>,
  currency: Currency,
): MilestoneRow {
  return {
    bbl_name: milestone.name,
    bbl_date: milestone.date,
    bbl_amount: amountText(milestone.amountMinor, currency),
    bbl_tax: amountText(milestone.taxMinor, currency),
    bbl_amountaftertax: amountText(milestone.amountAfterTaxMinor, currency),
    bbl_headerstatus: headerStatusWords.toValue(milestone.headerStatus),
  };
}

/** The columns that progress-based headers alone have: those that change, all of a new one, or all empty. */
export function fromProgress(progress: Partial<ProgressColumns> | null, currency: Currency): MilestoneRow {
  if (progress === null) return EMPTY_PROGRESS;
  const { nextInvoicePercent, nextInvoiceAmountMinor, nextInvoiceStatus, openRound } = progress;
  const { percentAllotted, invoicedToDateMinor, percentInvoiced, remainingAmountMinor } = progress;
  return {
    ...(nextInvoicePercent !== undefined && {
      bbl_nextinvoicepercent: nextInvoicePercent === null ? null : percentText(nextInvoicePercent),
    }),
    ...(nextInvoiceAmountMinor !== undefined && {
      bbl_nextinvoiceamount: amountTextOrNull(nextInvoiceAmountMinor, currency),
    }),
    ...(nextInvoiceStatus !== undefined && { bbl_nextinvoicestatus: sourceStatusWords.toValue(nextInvoiceStatus) }),
    ...(openRound !== undefined && { bbl_openround: openRound }),
    ...(percentAllotted !== undefined && { bbl_percentallotted: percentText(percentAllotted) }),
    ...(invoicedToDateMinor !== undefined && { bbl_invoicedtodate: amountText(invoicedToDateMinor, currency) }),
    ...(percentInvoiced !== undefined && { bbl_percentinvoiced: percentText(percentInvoiced) }),
    ...(remainingAmountMinor !== undefined && { bbl_remainingamount: amountText(remainingAmountMinor, currency) }),
  };
}

const EMPTY_PROGRESS: MilestoneRow = {
  bbl_nextinvoicepercent: null,
  bbl_nextinvoiceamount: null,
  bbl_nextinvoicestatus: null,
  bbl_openround: null,
  bbl_percentallotted: null,
  bbl_invoicedtodate: null,
  bbl_percentinvoiced: null,
  bbl_remainingamount: null,
};
