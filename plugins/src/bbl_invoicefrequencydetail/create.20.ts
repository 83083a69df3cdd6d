import { frequencyDetailViolations } from '@bbl/domain';
import type { InvoiceFrequencyDetailRow } from '@bbl/dataverse/generated/tables';
import { toFrequencyDetail, toFrequencySetup } from '@bbl/dataverse/mapping';
import type { StepHandler } from '../runtime/handlers';
import { given, refuseIfAny } from '../runtime/refusal';
import type { Service } from '../runtime/service';

/** A run of a frequency. @returns GRD-11, SCH-10 unless it fills exactly what the setup uses. domain.md 2.2-2. */
export const frequencyDetailCreate20: StepHandler<'bbl_invoicefrequencydetail'> = ({ target, system }) => {
  checkFrequencyDetail(system, given(target.bbl_invoicefrequencyid, 'invoiceFrequencyId'), target);
  return undefined;
};

export function checkFrequencyDetail(system: Service, frequencyId: string, row: InvoiceFrequencyDetailRow): void {
  const frequency = system.retrieve('bbl_invoicefrequency', frequencyId, [
    'bbl_period',
    'bbl_daysofrun',
    'bbl_runsperperiod',
  ]);
  refuseIfAny(frequencyDetailViolations(toFrequencyDetail(row), toFrequencySetup(frequency)));
}
