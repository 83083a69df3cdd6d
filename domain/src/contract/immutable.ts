import { type Violation, violation } from '../violation';
import { type Field, FIELD_WORDS } from '../words';

/** Tables below a contract or a frequency, by the domain's word. */
export type ChildRow =
  | 'contractCustomer'
  | 'contractLine'
  | 'lineCustomer'
  | 'milestone'
  | 'scheduleRow'
  | 'frequencyDetail'
  | 'retainer'
  | 'retainerApplication'
  | 'invoice'
  | 'invoiceLineDetail';

/** What cannot be changed once the row was created: its parent, and what its kind hangs on. domain.md 2.1-2, 2.1-3. */
export const IMMUTABLE_FIELDS: Readonly<Record<ChildRow, readonly Field[]>> = {
  contractCustomer: ['contractId', 'currencyId'],
  contractLine: ['contractId', 'lineType', 'currencyId'],
  lineCustomer: ['contractLineId', 'currencyId'],
  milestone: ['contractLineId', 'currencyId'],
  scheduleRow: ['contractLineId'],
  frequencyDetail: ['invoiceFrequencyId'],
  retainer: ['contractId', 'currencyId'],
  retainerApplication: ['retainerId', 'invoiceId', 'currencyId'],
  invoice: ['currencyId'],
  invoiceLineDetail: ['invoiceId', 'currencyId'],
};

/**
 * @param changed fields whose sent value differs from the stored one.
 * @returns GRD-03 for each of them that may not change any more. domain.md 2.1-2, 2.1-3.
 */
export function immutableViolations(row: ChildRow, changed: readonly Field[]): Violation[] {
  return changed
    .filter((field) => IMMUTABLE_FIELDS[row].includes(field))
    .map((field) => violation('BBL-GRD-03', { column: FIELD_WORDS[field] }, field));
}
