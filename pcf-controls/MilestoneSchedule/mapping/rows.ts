import type { HeaderStatus, MinorUnits } from '@bbl/domain';
import { hasBillingActivity, lockedMilestoneFields, percentOf, sum } from '@bbl/domain';
import { Milestone } from '@bbl/dataverse/generated/tables';
import { headerStatusWords } from '@bbl/dataverse/mapping/choices';
import type { StoredRow } from '@bbl/pcf-shared/schedule-core';
import type { LineFacts, SplitFacts } from './facts';
import { amountOf, dateOf } from './figures';

type EntityRecord = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord;

/** Tones of statuses, as the backlog grid has them. */
export type Tone = 'quiet' | 'ready' | 'busy' | 'done';

const HEADER_TONES: { readonly [status in HeaderStatus]: Tone } = {
  NotStarted: 'quiet',
  InProgress: 'busy',
  Completed: 'done',
};

/** How far a milestone is billed, in tenths of a percent of its amount. */
export interface Progress {
  readonly invoiced: number;
  readonly onDraft: number;
  readonly ready: number;
}

/** What the schedule shows of a stored milestone and nobody edits. */
export interface RowFacts {
  readonly statusText: string;
  /** Column security hides it from the user; a stored one is never empty. */
  readonly isStatusHidden: boolean;
  readonly tone: Tone;
  readonly progress: Progress;
  readonly invoicedMinor: MinorUnits;
  readonly isProgressBased: boolean;
  readonly splits: readonly SplitFacts[];
}

/** What the user may do with milestones at all. */
export interface Rights {
  readonly write: boolean;
  readonly create: boolean;
  readonly remove: boolean;
}

/** A record as a row to edit; undefined while the record is not complete. Locks are the rules'. domain.md 2.5-3, 2.5-4. */
export function mapRow(record: EntityRecord, facts: LineFacts, rights: Rights): StoredRow | undefined {
  const date = dateOf(record.getValue(Milestone.Date));
  if (date === undefined) return undefined;
  const splits = splitsOf(record, facts);
  const locked = lockedMilestoneFields({
    headerStatus: headerStatusOf(record),
    progress: isProgressBased(record),
    splits: splits.map(({ billingStatus }) => ({ billingStatus, wasInvoiced: false })),
  });
  const isReadOnly = facts.isClosed || !rights.write;
  return {
    id: record.getRecordId(),
    name: record.getFormattedValue(Milestone.Name) ?? '',
    date,
    amountMinor: amountOf(record.getValue(Milestone.Amount), facts.currency),
    taxMinor: amountOf(record.getValue(Milestone.Tax), facts.currency),
    locks: {
      date: isReadOnly || locked.includes('date'),
      amount: isReadOnly || locked.includes('amount'),
      removal:
        facts.isClosed ||
        !rights.remove ||
        splits.some(({ billingStatus }) => hasBillingActivity({ billingStatus, wasInvoiced: false })),
    },
  };
}

export function mapRowFacts(record: EntityRecord, facts: LineFacts): RowFacts {
  const splits = splitsOf(record, facts);
  const amountMinor = amountOf(record.getValue(Milestone.Amount), facts.currency);
  const shareOf = (...statuses: readonly SplitFacts['billingStatus'][]): number =>
    percentOf(amountIn(splits, statuses), amountMinor) / 1000;
  return {
    statusText: record.getFormattedValue(Milestone.HeaderStatus) ?? '',
    isStatusHidden: Number.isNaN(numberOf(record.getValue(Milestone.HeaderStatus))),
    tone: HEADER_TONES[headerStatusOf(record)],
    progress: { invoiced: shareOf('InvoicePosted'), onDraft: shareOf('InvoiceCreated'), ready: shareOf('Ready') },
    invoicedMinor: amountIn(splits, ['InvoicePosted']),
    isProgressBased: isProgressBased(record),
    splits,
  };
}

const amountIn = (splits: readonly SplitFacts[], statuses: readonly SplitFacts['billingStatus'][]): MinorUnits =>
  sum(splits.filter(({ billingStatus }) => statuses.includes(billingStatus)).map((split) => split.amountMinor));

const splitsOf = (record: EntityRecord, facts: LineFacts): readonly SplitFacts[] =>
  facts.splits.get(record.getRecordId().replace(/[{}]/g, '').toLowerCase()) ?? [];

const headerStatusOf = (record: EntityRecord): HeaderStatus =>
  headerStatusWords.wordOf(numberOf(record.getValue(Milestone.HeaderStatus))) ?? 'NotStarted';

const isProgressBased = (record: EntityRecord): boolean =>
  !Number.isNaN(numberOf(record.getValue(Milestone.NextInvoiceStatus)));

const numberOf = (value: unknown): number =>
  value === null || value === undefined || value === '' ? NaN : Number(value);
