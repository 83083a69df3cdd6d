import { contractInvoicingViolations } from '../contract/contractStatus';
import { type MarkableLine, productMarkBlockers } from '../contract/productLine';
import type { PlainDate } from '../dates/plainDate';
import type { InvoicingSettings } from '../invoice/selection';
import { notDueViolations, notReadyViolations } from '../invoice/source';
import type { LocaleTexts } from '../messages';
import { BILLING_STATUS_WORDS, CONTRACT_STATUS_WORDS } from '../words';
import { check, type Explanation } from './check';

/** Everything that decides on the billing of a product line. */
export interface ExplainableProductLine extends MarkableLine {
  readonly name: string;
  readonly deliveryDate: PlainDate | null;
  /** The day of the next draft. */
  readonly today: PlainDate;
  readonly settings: InvoicingSettings;
}

/** Why a product line can or cannot be marked Ready and come on the next draft. domain.md 11.2. */
export function explainProductLine(line: ExplainableProductLine, texts?: LocaleTexts): Explanation {
  const billingStatus = line.billingStatus ?? 'NotReady';
  const status = BILLING_STATUS_WORDS[billingStatus];
  const contract = { contractStatus: CONTRACT_STATUS_WORDS[line.contractStatus] };
  const due = { name: line.name, date: line.deliveryDate };
  return {
    status,
    checks: [
      check('3.7-6', { billingStatus: status, invoice: line.invoiceName }, productMarkBlockers(line, 'Ready'), texts),
      check(
        '8.2-4',
        contract,
        contractInvoicingViolations(line.contractStatus, line.settings.isConfirmedContractsOnly),
        texts,
      ),
      check('8.2-2', { billingStatus: status }, notReadyViolations({ ...line, billingStatus }), texts),
      check('8.2-2', { date: line.deliveryDate ?? '', today: line.today }, notDueViolations(due, line.today), texts),
    ],
    limits: [],
    frees: [],
  };
}
