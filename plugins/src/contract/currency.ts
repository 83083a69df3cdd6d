import { saveBoundViolations } from '@bbl/domain';
import { anyOf, eq, notNull } from '@bbl/dataverse/fetch';
import { required } from '@bbl/dataverse/mapping';
import { refuseIfAny } from '../runtime/refusal';
import type { Service } from '../runtime/service';
import { readLineCustomers } from '../data/contracts';

/** Whether the contract or something below it holds an amount or a limit. domain.md 2.1-3. */
export function contractHasAmounts(system: Service, contractId: string): boolean {
  const below = eq('bbl_contractid', contractId);
  const line = { from: 'bbl_contractlineid', to: 'bbl_contractlineid', alias: 'line' } as const;
  const lineAmounts = [
    'bbl_contractedamount',
    'bbl_estimatedtax',
    'bbl_nottoexceedlimit',
    'bbl_priceperunit',
    'bbl_tax',
  ].map(notNull);
  return (
    system.exists('bbl_contract', (query) => query.where(below, notNull('bbl_nottoexceedlimit'))) ||
    system.exists('bbl_contractcustomer', (query) => query.where(below, notNull('bbl_nottoexceedlimit'))) ||
    system.exists('bbl_contractline', (query) => query.where(below, anyOf(...lineAmounts))) ||
    system.exists('bbl_contractlinecustomer', (query) =>
      query.where(notNull('bbl_nottoexceedlimit')).link('bbl_contractline', line, (link) => void link.where(below)),
    ) ||
    (['bbl_milestone', 'bbl_retainer', 'bbl_actual'] as const).some((table) =>
      system.exists(table, (query) => query.where(below)),
    )
  );
}

/**
 * The rows below follow the contract's currency; none of them holds an amount.
 * Refuses with CON-12 above 500 rows. domain.md 2.1-3, 2.1-10.
 */
export function moveCurrency(system: Service, contractId: string, currencyId: string): void {
  const below = eq('bbl_contractid', contractId);
  const customerIds = system.idsOf('bbl_contractcustomer', (query) => query.where(below));
  const lineIds = system.idsOf('bbl_contractline', (query) => query.where(below));
  const lineCustomerIds = [...readLineCustomers(system, lineIds).values()]
    .flat()
    .map((row) => required(row.bbl_contractlinecustomerid));
  const rows = [
    ...customerIds.map((id) => ['bbl_contractcustomer', id] as const),
    ...lineIds.map((id) => ['bbl_contractline', id] as const),
    ...lineCustomerIds.map((id) => ['bbl_contractlinecustomer', id] as const),
  ];
  refuseIfAny(saveBoundViolations(rows.length, 'Delete lines first.'));
  for (const [table, id] of rows) system.update(table, id, { transactioncurrencyid: currencyId });
}
