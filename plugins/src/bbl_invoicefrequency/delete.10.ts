import { inUseViolations } from '@bbl/domain';
import { eq } from '@bbl/dataverse/fetch';
import { type Hanging, keepAdrift, keepChildren } from '../data/children';
import type { StepHandler } from '../runtime/handlers';
import { refuseIfAny } from '../runtime/refusal';

/** Collects the details that go with a frequency. @returns GRD-12 while a line uses it. domain.md 2.1-8, 2.2-3. */
export const frequencyDelete10: StepHandler<'bbl_invoicefrequency'> = ({ rowId, system }) => {
  const ofFrequency = eq('bbl_invoicefrequencyid', rowId);
  const isUsed = system.exists('bbl_contractline', (query) => query.where(ofFrequency));
  refuseIfAny(inUseViolations(isUsed ? 'contract lines' : ''));
  const ids = system.idsOf('bbl_invoicefrequencydetail', (query) => query.where(ofFrequency));
  const children = keepChildren([{ table: 'bbl_invoicefrequencydetail', ids }]);
  return { keep: { ...children, ...keepAdrift(system, ON_FREQUENCY) } };
};

/** What goes with a frequency. A line that names it keeps it from being deleted, by its lookup's own rule. */
export const ON_FREQUENCY: Hanging = { lookup: 'bbl_invoicefrequencyid', tables: ['bbl_invoicefrequencydetail'] };
