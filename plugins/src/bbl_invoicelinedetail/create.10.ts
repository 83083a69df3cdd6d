import { invalidRequest } from '@bbl/domain';
import { sentColumnViolations } from '../guard/policies';
import type { StepHandler } from '../runtime/handlers';
import { refuseIfAny } from '../runtime/refusal';

/** The guard of details. Manual details are not made yet and refused as a whole. @returns GRD-01, GRD-07. */
export const detailCreate10: StepHandler<'bbl_invoicelinedetail'> = ({ target }) => {
  refuseIfAny(sentColumnViolations('bbl_invoicelinedetail', Object.keys(target), 'create'));
  refuseIfAny([invalidRequest('this version does not take manual details')]);
  return undefined;
};
