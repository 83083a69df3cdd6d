import { required } from '@bbl/dataverse/mapping';
import { immutableColumnViolations } from '../data/immutables';
import type { StepHandler } from '../runtime/handlers';
import { refuseIfAny } from '../runtime/refusal';
import { checkFrequencyDetail } from './create.20';

/** A change of a run. @returns GRD-03, SCH-10. domain.md 2.1-2, 2.2-2. */
export const frequencyDetailUpdate20: StepHandler<'bbl_invoicefrequencydetail'> = (step) => {
  const { target, before, system } = step;
  refuseIfAny(immutableColumnViolations(step, 'frequencyDetail', { bbl_invoicefrequencyid: 'invoiceFrequencyId' }));
  checkFrequencyDetail(system, required(before.bbl_invoicefrequencyid), { ...before, ...target });
  return undefined;
};
