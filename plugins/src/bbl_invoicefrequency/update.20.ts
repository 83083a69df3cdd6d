import type { StepHandler } from '../runtime/handlers';
import { checkFrequency } from './create.20';

/** A change of a frequency; it touches no generated date. @returns GRD-11. domain.md 2.2-1 to 2.2-3. */
export const frequencyUpdate20: StepHandler<'bbl_invoicefrequency'> = ({ target, before }) => {
  checkFrequency({ ...before, ...target });
  return undefined;
};
