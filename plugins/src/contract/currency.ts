import { anyOf, eq, notNull } from '@bbl/dataverse/fetch';
import { required } from '@bbl/dataverse/mapping';
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

/** The rows below follow the contract's currency; none of them holds an amount. domain.md 2.1-3. */
export function moveCurrency(system: Service, contractId: string, currencyId: string): void {
  const below = eq('bbl_contractid', contractId);
  const currency = { transactioncurrencyid: currencyId };
  const customers = system.query('bbl_contractcustomer', ['bbl_contractcustomerid'], (query) => query.where(below));
  const lines = system.query('bbl_contractline', ['bbl_contractlineid'], (query) => query.where(below));
  const lineIds = lines.map((row) => required(row.bbl_contractlineid));
  for (const row of customers) system.update('bbl_contractcustomer', required(row.bbl_contractcustomerid), currency);
  for (const id of lineIds) system.update('bbl_contractline', id, currency);
  for (const row of [...readLineCustomers(system, lineIds).values()].flat()) {
    system.update('bbl_contractlinecustomer', required(row.bbl_contractlinecustomerid), currency);
  }
}
