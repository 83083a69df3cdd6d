import { contractInvoicingViolations, contractMarkViolations } from '../contract/contractStatus';
import type { PlainDate } from '../dates/plainDate';
import type { InvoicingSettings } from '../invoice/selection';
import { notDueViolations, notReadyViolations } from '../invoice/source';
import type { LocaleTexts } from '../messages';
import { type MarkableSplit, remainderViolations, statusViolations } from '../milestone/markSplit';
import type { HeaderStatus } from '../statuses';
import type { Violation } from '../violation';
import { BILLING_STATUS_WORDS, CONTRACT_STATUS_WORDS, HEADER_STATUS_WORDS } from '../words';
import { check, type Explanation } from './check';

/** Everything that decides on the billing of a milestone split. */
export interface ExplainableSplit extends MarkableSplit {
  readonly date: PlainDate;
  readonly headerName: string;
  readonly headerStatus: HeaderStatus;
  /** The day of the next draft. */
  readonly today: PlainDate;
  readonly settings: InvoicingSettings;
}

/**
 * Why a split can or cannot be marked Ready and come on the next draft: the very rules of the commands, one check
 * each. Milestones have no limit of their own. domain.md 11.2.
 */
export function explainSplit(split: ExplainableSplit, texts?: LocaleTexts): Explanation {
  const status = BILLING_STATUS_WORDS[split.billingStatus];
  const contract = { contractStatus: CONTRACT_STATUS_WORDS[split.contractStatus] };
  const asked = (rule: string, facts: Record<string, string>, violations: readonly Violation[]) =>
    check(rule, facts, violations, texts);
  const { slice } = split;
  return {
    status,
    header: {
      name: split.headerName,
      status: HEADER_STATUS_WORDS[split.headerStatus],
      ...(slice ? { nextInvoiceStatus: BILLING_STATUS_WORDS[slice.nextInvoiceStatus] } : {}),
    },
    checks: [
      asked('3.1-4', contract, contractMarkViolations(split.contractStatus, 'Ready')),
      asked(slice ? '3.4-22' : '3.2-9', { billingStatus: status, invoice: split.invoiceName }, statusViolations(split)),
      ...(slice ? [asked('3.4-19', { round: String(slice.round) }, remainderViolations(slice))] : []),
      asked(
        '8.2-4',
        contract,
        contractInvoicingViolations(split.contractStatus, split.settings.isConfirmedContractsOnly),
      ),
      asked('8.2-2', { billingStatus: status }, notReadyViolations(split)),
      asked('8.2-2', { date: split.date, today: split.today }, notDueViolations(split, split.today)),
    ],
    limits: [],
    frees: [],
  };
}
