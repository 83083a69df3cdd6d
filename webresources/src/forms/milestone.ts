import { lockedMilestoneFields, type SourceStatus } from '@bbl/domain';
import type { BillingStatus, HeaderStatus } from '@bbl/dataverse/generated/choices';
import { Milestone, MilestoneSplit } from '@bbl/dataverse/generated/tables';
import { eq, fetch } from '@bbl/dataverse/fetch';
import { headerStatusWords, sourceStatusWords } from '@bbl/dataverse/mapping';
import type { RawRow } from '../client/facts';
import { TEXTS } from '../texts';
import { type FormContext, isExisting, setLocked, setShown, showNotice, valueOf } from './form';

const COLUMN_OF = { date: Milestone.Date, amount: Milestone.Amount, tax: Milestone.Tax } as const;
const PROGRESS_COLUMNS = [
  Milestone.NextInvoicePercent,
  Milestone.NextInvoiceAmount,
  Milestone.NextInvoiceStatus,
  Milestone.OpenRound,
  Milestone.PercentAllotted,
  Milestone.InvoicedToDate,
  Milestone.PercentInvoiced,
  Milestone.RemainingAmount,
];

/** What billing has locked is read-only; progress figures stand on progress-based milestones alone. domain.md 2.5-3. */
export async function onLoadMilestone(context: Xrm.Events.EventContext): Promise<void> {
  const form = context.getFormContext();
  const isProgressBased = valueOf(form, Milestone.NextInvoiceStatus) !== null;
  setShown(form, PROGRESS_COLUMNS, isProgressBased);
  if (!isExisting(form)) return;

  setLocked(form, [Milestone.ContractLineId], true);
  const locked = lockedMilestoneFields({
    headerStatus: headerStatusWords.toWord(valueOf(form, Milestone.HeaderStatus) as HeaderStatus),
    progress: isProgressBased,
    splits: (await statusesOfSplits(form)).map((billingStatus) => ({ billingStatus, wasInvoiced: false })),
  });
  setLocked(form, Object.values(COLUMN_OF), false);
  setLocked(
    form,
    locked.map((field) => COLUMN_OF[field]),
    true,
  );
  showNotice(form, locked.length > 0 ? TEXTS.LockedBilling : null);
}

async function statusesOfSplits(form: FormContext): Promise<SourceStatus[]> {
  const query = fetch(MilestoneSplit.table)
    .select(MilestoneSplit.BillingStatus)
    .where(eq(MilestoneSplit.MilestoneId, form.data.entity.getId().replace(/[{}]/g, '')));
  const page = await Xrm.WebApi.retrieveMultipleRecords(
    MilestoneSplit.table,
    `?fetchXml=${encodeURIComponent(query.toXml())}`,
  );
  return (page.entities as RawRow[]).map((row) =>
    sourceStatusWords.toWord(row[MilestoneSplit.BillingStatus] as BillingStatus),
  );
}
