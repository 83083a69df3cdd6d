import type { ContractContents } from '@bbl/domain';
import { eq, type FetchFilter, isIn, ne } from '@bbl/dataverse/fetch';
import { BillingStatus } from '@bbl/dataverse/generated/choices';
import { required } from '@bbl/dataverse/mapping';
import { type Children, countChildren, type Hanging, idsIn } from '../data/children';
import type { Service } from '../runtime/service';

/** What bills or was billed: Created or Posted. What ever stood on a confirmed invoice is there or has an invoice. */
export const IN_BILLING = isIn('bbl_billingstatus', [
  BillingStatus.CustomerInvoiceCreated,
  BillingStatus.CustomerInvoicePosted,
]);

/** Everything below a contract, what would go with it and what keeps it. domain.md 2.3-7. */
export function readContractContents(
  system: Service,
  contractId: string,
): { contents: ContractContents; children: Children } {
  const below = eq('bbl_contractid', contractId);
  const children = readChildren(system, contractId);
  const has = (
    table: 'bbl_actual' | 'bbl_invoice' | 'bbl_retainer' | 'bbl_milestonesplit' | 'bbl_contractline',
    ...more: FetchFilter[]
  ) => system.exists(table, (query) => query.where(below, ...more));
  const lineIds = idsIn(children, 'bbl_contractline');
  return {
    children,
    contents: {
      hasEntries: system.queryIn('bbl_projectentry', ['bbl_projectentryid'], 'bbl_contractlineid', lineIds).length > 0,
      hasActuals: has('bbl_actual'),
      hasInvoices: has('bbl_invoice'),
      hasRetainersInBilling: has('bbl_retainer', ne('bbl_billingstatus', BillingStatus.NotReadyToInvoice)),
      hasBillingActivity: has('bbl_milestonesplit', IN_BILLING) || has('bbl_contractline', IN_BILLING),
      rowsBelowCount: countChildren(children),
    },
  };
}

function readChildren(system: Service, contractId: string): Children {
  const below = eq('bbl_contractid', contractId);
  const ofContract = <
    T extends
      | 'bbl_milestonesplit'
      | 'bbl_milestone'
      | 'bbl_contractline'
      | 'bbl_retainer'
      | 'bbl_contractcustomer'
      | 'bbl_contractlock',
  >(
    table: T,
  ) => ({
    table,
    ids: system.idsOf(table, (query) => query.where(below)),
  });
  const lines = ofContract('bbl_contractline');
  return [
    ofContract('bbl_milestonesplit'),
    ofContract('bbl_milestone'),
    ...readLineChildren(system, lines.ids),
    lines,
    ofContract('bbl_retainer'),
    ofContract('bbl_contractcustomer'),
    ofContract('bbl_contractlock'),
  ];
}

/** What names its contract. Invoices and actuals keep the contract from being deleted. */
export const ON_CONTRACT: Hanging = {
  lookup: 'bbl_contractid',
  tables: ['bbl_milestonesplit', 'bbl_milestone', 'bbl_contractline', 'bbl_retainer', 'bbl_contractcustomer'],
};

/** What hangs on lines alone: schedule rows and line customers. */
export function readLineChildren(system: Service, lineIds: readonly string[]): Children {
  const schedules = system.queryIn('bbl_invoiceschedule', ['bbl_invoicescheduleid'], 'bbl_contractlineid', lineIds);
  const customers = system.queryIn(
    'bbl_contractlinecustomer',
    ['bbl_contractlinecustomerid'],
    'bbl_contractlineid',
    lineIds,
  );
  return [
    { table: 'bbl_invoiceschedule', ids: schedules.map((row) => required(row.bbl_invoicescheduleid)) },
    { table: 'bbl_contractlinecustomer', ids: customers.map((row) => required(row.bbl_contractlinecustomerid)) },
  ];
}

/** Whether a row collected at stage 10 has come into billing since; the contract is locked by now. */
export function isInBillingNow(system: Service, children: Children): boolean {
  const splitIds = idsIn(children, 'bbl_milestonesplit');
  const lineIds = idsIn(children, 'bbl_contractline');
  const isBilled = (query: { where(filter: FetchFilter): unknown }): void => void query.where(IN_BILLING);
  return (
    system.queryIn('bbl_milestonesplit', ['bbl_milestonesplitid'], 'bbl_milestonesplitid', splitIds, isBilled).length >
      0 ||
    system.queryIn('bbl_contractline', ['bbl_contractlineid'], 'bbl_contractlineid', lineIds, isBilled).length > 0
  );
}
