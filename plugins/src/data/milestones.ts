import type { Currency, ExistingMilestone } from '@bbl/domain';
import { isIn } from '@bbl/dataverse/fetch';
import { InvoiceStatus } from '@bbl/dataverse/generated/choices';
import {
  MILESTONE_COLUMNS,
  type MilestoneRecord,
  required,
  sourceStatusWords,
  SPLIT_COLUMNS,
  type SplitRecord,
  toMilestone,
  toSplit,
} from '@bbl/dataverse/mapping';
import type { Service } from '../runtime/service';
import { groupBy } from './contracts';
import type { Session } from './session';

/** A milestone as it stands in the store, with what its rows are written with. */
export interface StoredMilestone extends ExistingMilestone {
  readonly id: string;
  readonly lineId: string;
  readonly contractId: string;
  readonly ownerId: string;
  readonly currencyId: string;
  readonly currency: Currency;
  /** The invoice that each split points to, by split id. */
  readonly invoiceIds: ReadonlyMap<string, string>;
}

/** Milestones with all their splits, by id. Three reads for any number of them. */
export function readMilestones(session: Session, milestoneIds: readonly string[]): Map<string, StoredMilestone> {
  const { system } = session;
  const headers = system.queryIn('bbl_milestone', MILESTONE_COLUMNS, 'bbl_milestoneid', milestoneIds);
  return withSplits(session, headers);
}

/** All milestones of a contract line, by date, then id. */
export function readMilestonesOfLine(session: Session, lineId: string): StoredMilestone[] {
  const headers = session.system.queryIn('bbl_milestone', MILESTONE_COLUMNS, 'bbl_contractlineid', [lineId], (query) =>
    query.orderBy('bbl_date').orderBy('bbl_milestoneid'),
  );
  return [...withSplits(session, headers).values()];
}

export const readSplits = (system: Service, splitIds: readonly string[]): SplitRecord[] =>
  system.queryIn('bbl_milestonesplit', SPLIT_COLUMNS, 'bbl_milestonesplitid', splitIds);

function withSplits(session: Session, headers: readonly MilestoneRecord[]): Map<string, StoredMilestone> {
  const { system, currencies } = session;
  const headerIds = headers.map((header) => required(header.bbl_milestoneid));
  const splits = system.queryIn('bbl_milestonesplit', SPLIT_COLUMNS, 'bbl_milestoneid', headerIds, (query) =>
    query.orderBy('bbl_round').orderBy('createdon').orderBy('bbl_milestonesplitid'),
  );
  const invoiced = readInvoicedSplits(system, splits);
  const splitsOf = groupBy(splits, (split) => split.bbl_milestoneid ?? '');
  return new Map(
    headers.map((header) => {
      const id = required(header.bbl_milestoneid);
      return [
        id,
        storedMilestone(
          header,
          splitsOf.get(id) ?? [],
          invoiced,
          currencies.of(required(header.transactioncurrencyid)),
        ),
      ];
    }),
  );
}

function storedMilestone(
  header: MilestoneRecord,
  splits: readonly SplitRecord[],
  invoiced: ReadonlySet<string>,
  currency: Currency,
): StoredMilestone {
  const rows = splits.map((split) => toSplit(split, currency, invoiced.has(required(split.bbl_milestonesplitid))));
  return {
    ...toMilestone(header, rows, currency),
    id: required(header.bbl_milestoneid),
    lineId: required(header.bbl_contractlineid),
    contractId: required(header.bbl_contractid),
    ownerId: required(header.ownerid),
    currencyId: required(header.transactioncurrencyid),
    currency,
    invoiceIds: new Map(
      splits.flatMap(({ bbl_milestonesplitid, bbl_invoiceid }) =>
        bbl_invoiceid === null ? [] : [[required(bbl_milestonesplitid), bbl_invoiceid] as const],
      ),
    ),
  };
}

/** The splits that ever stood on a confirmed invoice; of a Posted one that is plain. domain.md 0.3. */
function readInvoicedSplits(system: Service, splits: readonly SplitRecord[]): Set<string> {
  const posted = sourceStatusWords.toValue('InvoicePosted');
  const idsOf = (rows: readonly SplitRecord[]): string[] => rows.map((row) => required(row.bbl_milestonesplitid));
  const isPosted = (split: SplitRecord): boolean => split.bbl_billingstatus === posted;
  const rows = system.queryIn(
    'bbl_invoicelinedetail',
    ['bbl_milestonesplitid'],
    'bbl_milestonesplitid',
    idsOf(splits.filter((split) => !isPosted(split))),
    (query) =>
      query.link('bbl_invoice', { from: 'bbl_invoiceid', to: 'bbl_invoiceid', alias: 'invoice' }, (invoice) =>
        invoice.where(isIn('bbl_invoicestatus', [InvoiceStatus.Confirmed, InvoiceStatus.Paid])),
      ),
  );
  return new Set([...idsOf(splits.filter(isPosted)), ...rows.map((row) => row.bbl_milestonesplitid ?? '')]);
}
