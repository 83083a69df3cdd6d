import type { ContractCustomer, NewContractCustomer } from '@bbl/domain';
import { eq } from '@bbl/dataverse/fetch';
import {
  CONTRACT_CUSTOMER_COLUMNS,
  CONTRACT_HEAD_COLUMNS,
  type ContractHead,
  LINE_CUSTOMER_COLUMNS,
  type LineCustomerRecord,
  toContractCustomer,
  percentText,
  required,
  toContractHead,
} from '@bbl/dataverse/mapping';
import type { Service } from '../runtime/service';

export function readContract(service: Service, contractId: string): ContractHead {
  return toContractHead(service.retrieve('bbl_contract', contractId, CONTRACT_HEAD_COLUMNS));
}

/** The contracts among `contractIds` that `service` may see, by id. */
export function readContracts(service: Service, contractIds: readonly string[]): Map<string, ContractHead> {
  const rows = service.queryIn('bbl_contract', CONTRACT_HEAD_COLUMNS, 'bbl_contractid', contractIds);
  return new Map(rows.map(toContractHead).map((contract) => [contract.id, contract]));
}

/** A contract's customers, oldest first. */
export function readContractCustomers(system: Service, contractId: string): ContractCustomer[] {
  const rows = system.query('bbl_contractcustomer', CONTRACT_CUSTOMER_COLUMNS, (query) =>
    query.where(eq('bbl_contractid', contractId)).orderBy('createdon').orderBy('bbl_contractcustomerid'),
  );
  return rows.map(toContractCustomer);
}

/** The customers of contract lines by line id, oldest first. */
export function readLineCustomers(system: Service, lineIds: readonly string[]): Map<string, LineCustomerRecord[]> {
  const rows = system.queryIn(
    'bbl_contractlinecustomer',
    LINE_CUSTOMER_COLUMNS,
    'bbl_contractlineid',
    lineIds,
    (query) => query.orderBy('createdon').orderBy('bbl_contractlinecustomerid'),
  );
  return groupBy(rows, (row) => row.bbl_contractlineid ?? '');
}

export const accountName = (system: Service, accountId: string): string =>
  system.retrieve('account', accountId, ['name']).name ?? '';

export function readAccountNames(system: Service, accountIds: readonly string[]): Map<string, string> {
  const rows = system.queryIn('account', ['accountid', 'name'], 'accountid', accountIds);
  return new Map(rows.map((row) => [required(row.accountid), row.name ?? '']));
}

export function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** Writes a contract customer that a rule made. */
export function createContractCustomer(system: Service, contract: ContractHead, customer: NewContractCustomer): string {
  return system.create('bbl_contractcustomer', {
    bbl_contractid: contract.id,
    bbl_accountid: customer.accountId,
    bbl_name: customer.name,
    bbl_billtoname: customer.billToName,
    bbl_billingsplit: percentText(customer.percent),
    bbl_isprimary: customer.isPrimary,
    bbl_isrounding: customer.isRounding,
    transactioncurrencyid: contract.currencyId,
    ownerid: contract.ownerId,
  });
}

/** The rounding flag moves to another row of the level: these lose it. domain.md 2.3-5. */
export function moveRounding(
  system: Service,
  table: 'bbl_contractcustomer' | 'bbl_contractlinecustomer',
  ids: readonly string[],
): void {
  for (const id of ids) system.update(table, id, { bbl_isrounding: false });
}
