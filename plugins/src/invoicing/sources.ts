import { plainDate, productContent, type Source, type SourceStatus, splitContent } from '@bbl/domain';
import { eq } from '@bbl/dataverse/fetch';
import type { TableName } from '@bbl/dataverse/generated/tables';
import {
  dateOrNull,
  LINE_COLUMNS,
  lineStatus,
  type LineRecord,
  required,
  sourceStatusWords,
  type SplitRecord,
  storedAmountOrZero,
  storedQuantity,
} from '@bbl/dataverse/mapping';
import { readInvoiceNames } from '../data/invoiceNames';
import { readSplits } from '../data/milestones';
import type { Session } from '../data/session';

/** A source with what its status is written with. */
export interface StoredSource extends Source {
  readonly billingStatus: SourceStatus;
  readonly table: TableName;
  /** The header of a split; null for other sources. */
  readonly milestoneId: string | null;
  readonly ownerId: string;
}

/** Sources by kind, in any order. */
export interface SourceIds {
  readonly splits: readonly string[];
  readonly productLines: readonly string[];
}

/** The sources as they stand. The contracts are locked. */
export function readSources(session: Session, ids: SourceIds): Map<string, StoredSource> {
  const { system } = session;
  const splits = readSplits(system, ids.splits);
  const lines = system.queryIn('bbl_contractline', LINE_COLUMNS, 'bbl_contractlineid', ids.productLines);
  const names = readInvoiceNames(
    system,
    [...splits, ...lines].map(({ bbl_invoiceid }) => bbl_invoiceid),
  );
  const customers = readContractCustomerIds(session, splits);
  const primaries = readPrimaries(session, lines);
  const sources = [
    ...splits.map((split) => splitSource(session, split, names, customers)),
    ...lines.map((line) => productSource(session, line, names, primaries)),
  ];
  return new Map(sources.map((source) => [source.id, source]));
}

type Names = ReadonlyMap<string, string>;

/** Whom a split is billed to: the contract customer of its line customer. domain.md 8.2-1. */
function readContractCustomerIds({ system }: Session, splits: readonly SplitRecord[]): Map<string, string> {
  const rows = system.queryIn(
    'bbl_contractlinecustomer',
    ['bbl_contractlinecustomerid', 'bbl_contractcustomerid'],
    'bbl_contractlinecustomerid',
    splits.map((split) => required(split.bbl_contractlinecustomerid)),
  );
  return new Map(rows.map((row) => [required(row.bbl_contractlinecustomerid), required(row.bbl_contractcustomerid)]));
}

/** The primary customer of each contract, whom product lines are billed to. domain.md 8.2-1. */
function readPrimaries({ system }: Session, lines: readonly LineRecord[]): Map<string, string> {
  const rows = system.queryIn(
    'bbl_contractcustomer',
    ['bbl_contractid', 'bbl_contractcustomerid'],
    'bbl_contractid',
    lines.map((line) => required(line.bbl_contractid)),
    (query) => query.where(eq('bbl_isprimary', true)),
  );
  return new Map(rows.map((row) => [required(row.bbl_contractid), required(row.bbl_contractcustomerid)]));
}

function splitSource({ currencies }: Session, split: SplitRecord, names: Names, customers: Names): StoredSource {
  const currency = currencies.of(required(split.transactioncurrencyid));
  const name = split.bbl_name ?? '';
  return {
    kind: 'split',
    table: 'bbl_milestonesplit',
    id: required(split.bbl_milestonesplitid),
    name,
    contractId: required(split.bbl_contractid),
    contractCustomerId: customers.get(split.bbl_contractlinecustomerid ?? '') ?? null,
    contractLineId: required(split.bbl_contractlineid),
    billingStatus: sourceStatusWords.toWord(required(split.bbl_billingstatus)),
    date: plainDate(required(split.bbl_date)),
    invoiceName: names.get(split.bbl_invoiceid ?? '') ?? '',
    content: splitContent({
      name,
      amountMinor: storedAmountOrZero(split.bbl_amount, currency),
      taxMinor: storedAmountOrZero(split.bbl_tax, currency),
    }),
    milestoneId: required(split.bbl_milestoneid),
    ownerId: required(split.ownerid),
  };
}

function productSource({ currencies }: Session, line: LineRecord, names: Names, primaries: Names): StoredSource {
  const currency = currencies.of(required(line.transactioncurrencyid));
  return {
    kind: 'productLine',
    table: 'bbl_contractline',
    id: required(line.bbl_contractlineid),
    name: line.bbl_name || line.bbl_productname || '',
    contractId: required(line.bbl_contractid),
    contractCustomerId: primaries.get(required(line.bbl_contractid)) ?? null,
    contractLineId: required(line.bbl_contractlineid),
    billingStatus: lineStatus(line) ?? 'NotReady',
    date: dateOrNull(line.bbl_requesteddeliverydate),
    invoiceName: names.get(line.bbl_invoiceid ?? '') ?? '',
    content: productContent({
      productName: line.bbl_productname ?? '',
      quantity: storedQuantity(line.bbl_quantity),
      priceMinor: storedAmountOrZero(line.bbl_priceperunit, currency),
      amountMinor: storedAmountOrZero(line.bbl_amount, currency),
      taxMinor: storedAmountOrZero(line.bbl_tax, currency),
    }),
    milestoneId: null,
    ownerId: required(line.ownerid),
  };
}
