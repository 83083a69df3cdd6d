import * as Choices from '@bbl/dataverse/generated/choices';
import {
  Actual,
  Contract,
  ContractLine,
  Invoice,
  InvoiceSchedule,
  Milestone,
  ProjectEntry,
  Retainer,
} from '@bbl/dataverse/generated/tables';
import type { Tone } from '@bbl/pcf-shared/react';
import { splitColumnName } from './dataset';

/** What the grid knows of a choice beyond the platform: its labels, and the tone of each value where it is a status. */
export interface ChoiceInfo {
  readonly labels: { readonly [value: number]: string };
  readonly tones?: { readonly [value: number]: Tone };
}

const {
  AdjustmentStatus,
  BillingStatus,
  ContractStatus,
  EntryStatus,
  HeaderStatus,
  InvoiceStatus,
  NteStatus,
  RefundStatus,
  RunStatus,
} = Choices;

/** By the choice's name, which is also that of its column. A status column is one whose choice has tones here, whatever table or view shows it. */
const CHOICES: { readonly [choice: string]: ChoiceInfo } = {
  [Actual.AdjustmentStatus]: {
    labels: Choices.AdjustmentStatusLabels,
    tones: {
      [AdjustmentStatus.InProcess]: 'busy',
      [AdjustmentStatus.Adjusted]: 'stopped',
      [AdjustmentStatus.Unadjustable]: 'stopped',
    },
  },
  [Actual.BillingStatus]: {
    labels: Choices.BillingStatusLabels,
    tones: {
      [BillingStatus.NotReadyToInvoice]: 'quiet',
      [BillingStatus.ReadyToInvoice]: 'ready',
      [BillingStatus.CustomerInvoiceCreated]: 'busy',
      [BillingStatus.CustomerInvoicePosted]: 'done',
      [BillingStatus.Canceled]: 'stopped',
    },
  },
  [Contract.ContractStatus]: {
    labels: Choices.ContractStatusLabels,
    tones: {
      [ContractStatus.Draft]: 'quiet',
      [ContractStatus.Confirmed]: 'ready',
      [ContractStatus.OnHold]: 'busy',
      [ContractStatus.Completed]: 'done',
      [ContractStatus.Lost]: 'stopped',
    },
  },
  [ProjectEntry.EntryStatus]: {
    labels: Choices.EntryStatusLabels,
    tones: {
      [EntryStatus.Draft]: 'quiet',
      [EntryStatus.Submitted]: 'ready',
      [EntryStatus.Approved]: 'done',
      [EntryStatus.Rejected]: 'stopped',
      [EntryStatus.Recalled]: 'stopped',
    },
  },
  [Milestone.HeaderStatus]: {
    labels: Choices.HeaderStatusLabels,
    tones: {
      [HeaderStatus.NotStarted]: 'quiet',
      [HeaderStatus.InProgress]: 'busy',
      [HeaderStatus.Completed]: 'done',
    },
  },
  [Invoice.InvoiceStatus]: {
    labels: Choices.InvoiceStatusLabels,
    tones: {
      [InvoiceStatus.Draft]: 'quiet',
      [InvoiceStatus.InReview]: 'busy',
      [InvoiceStatus.Confirmed]: 'ready',
      [InvoiceStatus.Paid]: 'done',
    },
  },
  [Actual.NteStatus]: {
    labels: Choices.NteStatusLabels,
    tones: {
      [NteStatus.NotEvaluated]: 'quiet',
      [NteStatus.Committed]: 'done',
      [NteStatus.Failed]: 'stopped',
      [NteStatus.NotApplicable]: 'quiet',
    },
  },
  [Retainer.RefundStatus]: {
    labels: Choices.RefundStatusLabels,
    tones: { [RefundStatus.ReadyToRefund]: 'ready', [RefundStatus.Refunded]: 'done' },
  },
  [InvoiceSchedule.RunStatus]: {
    labels: Choices.RunStatusLabels,
    tones: { [RunStatus.NotRun]: 'quiet', [RunStatus.RunSuccessful]: 'done', [RunStatus.RunFailed]: 'stopped' },
  },
  [ContractLine.BillingMethod]: { labels: Choices.BillingMethodLabels },
  [Actual.BillingType]: { labels: Choices.BillingTypeLabels },
  [ContractLine.InvoiceScheduleType]: { labels: Choices.InvoiceScheduleTypeLabels },
  [ContractLine.LineType]: { labels: Choices.LineTypeLabels },
  [Actual.OriginKind]: { labels: Choices.OriginKindLabels },
  [Actual.TransactionClass]: { labels: Choices.TransactionClassLabels },
  [Actual.TransactionType]: { labels: Choices.TransactionTypeLabels },
};

/** A column uses the choice of its own name (surface.md 2); these are the exceptions among statuses. */
const CHOICE_BY_COLUMN: { readonly [column: string]: string } = {
  [Milestone.NextInvoiceStatus]: Actual.BillingStatus,
};

/**
 * The choice behind a column of any of our tables, linked ones included; undefined for columns that are not ours. The
 * solution's metadata as a whole would be a tenth of the bundle, so names decide, and a test holds them against it.
 */
export function choiceOf(columnName: string): ChoiceInfo | undefined {
  const { column } = splitColumnName(columnName);
  return CHOICES[CHOICE_BY_COLUMN[column] ?? column];
}
