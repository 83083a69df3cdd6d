import { FIELD_WORDS, lockedMilestoneFields, wordsOf } from '@bbl/domain';
import type { HeaderStatus } from '@bbl/dataverse/generated/choices';
import { Milestone } from '@bbl/dataverse/generated/tables';
import { headerStatusWords } from '@bbl/dataverse/mapping';
import { MILESTONE_READER, type MarkableMilestone } from '../client/milestoneFacts';
import { readRows } from '../client/rawRow';
import { fill, TEXTS } from '../texts';
import {
  type FormContext,
  isExisting,
  onSaved,
  rowIdOf,
  setLocked,
  setSectionShown,
  setShown,
  showNotice,
  subGridOf,
  tellHidden,
  valueOf,
} from './form';
import { offerNextInvoice } from './nextInvoice';

const COLUMN_OF = { date: Milestone.Date, amount: Milestone.Amount, tax: Milestone.Tax } as const;
const NEXT_COLUMNS = [Milestone.NextInvoicePercent, Milestone.NextInvoiceAmount];
const PROGRESS_COLUMNS = [
  ...NEXT_COLUMNS,
  Milestone.NextInvoiceStatus,
  Milestone.OpenRound,
  Milestone.PercentAllotted,
  Milestone.InvoicedToDate,
  Milestone.PercentInvoiced,
  Milestone.RemainingAmount,
];
const SPLITS_GRID = 'sg_splits';

/** What billing has locked is read-only; progress figures stand on progress-based milestones alone. domain.md 2.5-3, 3.4. */
export async function onLoadMilestone(context: Xrm.Events.EventContext): Promise<void> {
  const form = context.getFormContext();
  const isProgressBased = valueOf(form, Milestone.NextInvoiceStatus) !== null;
  setShown(form, PROGRESS_COLUMNS, isProgressBased);
  for (const section of ['completion', 'progress']) setSectionShown(form, 'general', section, isProgressBased);
  if (!isExisting(form)) {
    onSaved(form, () => void onLoadMilestone(context));
    return;
  }
  setLocked(form, [Milestone.ContractLineId], true);
  const showNext = isProgressBased ? offerNextInvoice(form) : () => undefined;
  let read = 0;
  const apply = async () => {
    const reading = (read += 1);
    const facts = await readMilestone(rowIdOf(form));
    // Rows and form load at their own pace; the last look counts.
    // Where statuses are hidden nothing tells what billing has locked: the server refuses what must not change.
    if (reading !== read || !facts || tellHidden(form, Milestone.HeaderStatus)) return;
    lockBilled(form, facts);
    showNext(facts);
  };
  subGridOf(form, SPLITS_GRID)?.addOnLoad(() => void apply());
  form.data.addOnLoad?.(() => void apply());
  await apply();
}

function lockBilled(form: FormContext, { milestone }: MarkableMilestone): void {
  const locked = lockedMilestoneFields({
    headerStatus: headerStatusWords.toWord(valueOf(form, Milestone.HeaderStatus) as HeaderStatus),
    progress: milestone.progress,
    splits: milestone.splits,
  });
  setLocked(form, Object.values(COLUMN_OF), false);
  setLocked(
    form,
    locked.map((field) => COLUMN_OF[field]),
    true,
  );
  setLocked(form, NEXT_COLUMNS, milestone.progress !== null && milestone.progress.nextInvoiceStatus !== 'NotReady');
  showNotice(form, locked.length > 0 ? lockedNotice(milestone, locked) : null);
}

/** Which columns are locked and what opens them again. */
function lockedNotice({ splits }: MarkableMilestone['milestone'], locked: readonly (keyof typeof COLUMN_OF)[]): string {
  const isPosted = splits.some(({ billingStatus }) => billingStatus === 'InvoicePosted');
  const columns = wordsOf(locked.map((field) => [true, FIELD_WORDS[field]]));
  return fill(isPosted ? TEXTS.LockedPosted : TEXTS.LockedBilling, [columns]);
}

async function readMilestone(milestoneId: string): Promise<MarkableMilestone | undefined> {
  const rows = await readRows(Milestone.table, MILESTONE_READER.query([milestoneId]));
  return MILESTONE_READER.read(rows)[0]?.milestone;
}
