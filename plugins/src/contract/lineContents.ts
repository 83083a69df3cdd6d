import type { LineDeletion } from '@bbl/domain';
import { eq, type FetchFilter } from '@bbl/dataverse/fetch';
import { lineStatus, required } from '@bbl/dataverse/mapping';
import { type Children, countChildren, type Hanging } from '../data/children';
import { readContract } from '../data/contracts';
import type { Service } from '../runtime/service';
import { IN_BILLING, readLineChildren } from './contents';

/** What names its line and goes with it. */
export const ON_LINE: Hanging = {
  lookup: 'bbl_contractlineid',
  tables: ['bbl_milestonesplit', 'bbl_milestone', 'bbl_invoiceschedule', 'bbl_contractlinecustomer'],
};

/** What keeps a contract line, and what would go with it. domain.md 2.4-7. */
export function readLineDeletion(system: Service, lineId: string): { deletion: LineDeletion; children: Children } {
  const line = system.retrieve('bbl_contractline', lineId, ['bbl_contractid', 'bbl_billingstatus']);
  const ofLine = eq('bbl_contractlineid', lineId);
  const has = (
    table: 'bbl_projectentry' | 'bbl_actual' | 'bbl_invoiceline' | 'bbl_milestonesplit',
    ...more: FetchFilter[]
  ) => system.exists(table, (query) => query.where(ofLine, ...more));
  const billingStatus = lineStatus(line);
  const children: Children = [
    { table: 'bbl_milestonesplit', ids: system.idsOf('bbl_milestonesplit', (query) => query.where(ofLine)) },
    { table: 'bbl_milestone', ids: system.idsOf('bbl_milestone', (query) => query.where(ofLine)) },
    ...readLineChildren(system, [lineId]),
  ];
  return {
    children,
    deletion: {
      contractStatus: readContract(system, required(line.bbl_contractid)).status,
      billingStatus,
      hasEntries: has('bbl_projectentry'),
      hasActuals: has('bbl_actual'),
      hasInvoiceLines: has('bbl_invoiceline'),
      hasBillingActivity:
        billingStatus === 'InvoiceCreated' ||
        billingStatus === 'InvoicePosted' ||
        has('bbl_milestonesplit', IN_BILLING),
      rowsBelowCount: countChildren(children),
    },
  };
}
