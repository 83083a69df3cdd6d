import type { ConfirmableInvoice, ConfirmDetail, ContractStatus } from '@bbl/domain';
import { claimName } from '@bbl/domain';
import { required, storedAmountOrZero, type StoredDetail, type StoredInvoice } from '@bbl/dataverse/mapping';
import type { Session } from '../data/session';
import type { ContractLimits } from './limits';
import { readSources, type StoredSource } from './sources';

/** Everything that the invoices of a call are judged on, read in a few queries once their contracts are locked. */
export interface ConfirmInputs {
  readonly details: ReadonlyMap<string, readonly StoredDetail[]>;
  readonly sources: ReadonlyMap<string, StoredSource>;
  /** The invoice that each claim names, by claim name. */
  readonly claims: ReadonlyMap<string, string>;
  /** What a source tells beyond its status. */
  readonly splits: ReadonlyMap<string, { readonly lineCustomerId: string; readonly invoiceId: string | null }>;
  readonly lines: ReadonlyMap<string, { readonly projectId: string | null; readonly invoiceId: string | null }>;
  readonly applicationsCounts: ReadonlyMap<string, number>;
}

export function readConfirmInputs(
  session: Session,
  invoices: readonly StoredInvoice[],
  details: ReadonlyMap<string, readonly StoredDetail[]>,
): ConfirmInputs {
  const all = [...details.values()].flat();
  const idsOf = (kind: 'split' | 'productLine'): string[] =>
    all.flatMap(({ source }) => (source?.kind === kind ? [source.id] : []));
  const sources = readSources(session, { splits: idsOf('split'), productLines: idsOf('productLine') });
  return {
    details,
    sources,
    claims: readClaims(session, [...sources.values()]),
    splits: readSplitColumns(session, idsOf('split')),
    lines: readLineColumns(session, all),
    applicationsCounts: countApplications(session, invoices),
  };
}

/** @param limits what the invoice counts against. domain.md 8.7-2. */
export function toConfirmable(
  session: Session,
  invoice: StoredInvoice,
  contractStatus: ContractStatus,
  inputs: ConfirmInputs,
  limits: ContractLimits,
): ConfirmableInvoice {
  const details = inputs.details.get(invoice.id) ?? [];
  return {
    ...invoice,
    contractStatus,
    applicationsCount: inputs.applicationsCounts.get(invoice.id) ?? 0,
    totalAmountMinor: storedAmountOrZero(invoice.totalAmountText, session.currencies.of(invoice.currencyId)),
    details: details.map((detail) => toConfirmDetail(detail, inputs)),
    limits: limits.of(invoice, details),
  };
}

function toConfirmDetail(detail: StoredDetail, inputs: ConfirmInputs): ConfirmDetail {
  const { source } = detail;
  const stored = source ? inputs.sources.get(source.id) : undefined;
  const split = source?.kind === 'split' ? inputs.splits.get(source.id) : undefined;
  const line = inputs.lines.get(detail.contractLineId ?? '');
  return {
    ...detail,
    name: detail.description,
    lineCustomerId: split?.lineCustomerId ?? null,
    projectId: line?.projectId ?? null,
    source: source && {
      ...source,
      // A source that is gone is held by nobody.
      billingStatus: stored?.billingStatus ?? 'NotReady',
      invoiceId: (source.kind === 'split' ? split?.invoiceId : line?.invoiceId) ?? null,
      claimInvoiceId: stored ? (inputs.claims.get(claimName(stored.table, stored.id)) ?? null) : null,
      milestoneId: stored?.milestoneId ?? null,
    },
  };
}

export function readClaims(
  { system }: Session,
  sources: readonly Pick<StoredSource, 'table' | 'id'>[],
): Map<string, string> {
  const names = sources.map(({ table, id }) => claimName(table, id));
  const rows = system.queryIn('bbl_billingclaim', ['bbl_name', 'bbl_invoiceid'], 'bbl_name', names);
  return new Map(rows.map((row) => [required(row.bbl_name), row.bbl_invoiceid ?? '']));
}

function readSplitColumns({ system }: Session, ids: readonly string[]): ConfirmInputs['splits'] {
  const columns = ['bbl_milestonesplitid', 'bbl_contractlinecustomerid', 'bbl_invoiceid'] as const;
  const rows = system.queryIn('bbl_milestonesplit', columns, 'bbl_milestonesplitid', ids);
  return new Map(
    rows.map((row) => [
      required(row.bbl_milestonesplitid),
      { lineCustomerId: required(row.bbl_contractlinecustomerid), invoiceId: row.bbl_invoiceid },
    ]),
  );
}

function readLineColumns({ system }: Session, details: readonly StoredDetail[]): ConfirmInputs['lines'] {
  const ids = details.flatMap(({ contractLineId }) => contractLineId ?? []);
  const columns = ['bbl_contractlineid', 'bbl_projectid', 'bbl_invoiceid'] as const;
  const rows = system.queryIn('bbl_contractline', columns, 'bbl_contractlineid', ids);
  return new Map(
    rows.map((row) => [
      required(row.bbl_contractlineid),
      { projectId: row.bbl_projectid, invoiceId: row.bbl_invoiceid },
    ]),
  );
}

function countApplications({ system }: Session, invoices: readonly StoredInvoice[]): Map<string, number> {
  const rows = system.queryIn(
    'bbl_retainerapplication',
    ['bbl_invoiceid'],
    'bbl_invoiceid',
    invoices.map(({ id }) => id),
  );
  const counts = new Map<string, number>();
  for (const row of rows) {
    const id = required(row.bbl_invoiceid);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
