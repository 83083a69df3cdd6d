import { frequencyViolations, missingViolations } from '@bbl/domain';
import type { InvoiceFrequencyRow } from '@bbl/dataverse/generated/tables';
import { toFrequencySetup } from '@bbl/dataverse/mapping';
import type { StepHandler } from '../runtime/handlers';
import { refuseIfAny } from '../runtime/refusal';

/** A new frequency; one run a period unless given. @returns GRD-11. domain.md 2.2-1, 2.2-2. */
export const frequencyCreate20: StepHandler<'bbl_invoicefrequency'> = ({ target }) => {
  const frequency = { ...target, bbl_runsperperiod: target.bbl_runsperperiod ?? 1 };
  checkFrequency(frequency);
  return { target: { bbl_runsperperiod: frequency.bbl_runsperperiod } };
};

export function checkFrequency(row: InvoiceFrequencyRow): void {
  refuseIfAny([...missingViolations('period', row.bbl_period), ...missingViolations('daysOfRun', row.bbl_daysofrun)]);
  refuseIfAny(frequencyViolations(toFrequencySetup(row)));
}
