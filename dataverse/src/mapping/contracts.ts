import type { ContractCustomer, ContractStatus, LineCustomer } from '@bbl/domain';
import { contractStatusWords } from './choices';
import type { Columns } from './engineRows';
import { storedPercent } from './figures';
import { required } from './required';

/** A contract as everything below it sees it. */
export interface ContractHead {
  readonly id: string;
  readonly name: string;
  readonly status: ContractStatus;
  readonly customerId: string;
  readonly ownerId: string;
  readonly currencyId: string;
  readonly requestedDeliveryDate: string | null;
}

export const CONTRACT_HEAD_COLUMNS = [
  'bbl_contractid',
  'bbl_name',
  'bbl_contractstatus',
  'bbl_customerid',
  'bbl_requesteddeliverydate',
  'ownerid',
  'transactioncurrencyid',
] as const;

export function toContractHead(row: Columns<'bbl_contract', (typeof CONTRACT_HEAD_COLUMNS)[number]>): ContractHead {
  return {
    id: required(row.bbl_contractid),
    name: row.bbl_name ?? '',
    status: contractStatusWords.toWord(required(row.bbl_contractstatus)),
    customerId: row.bbl_customerid ?? '',
    ownerId: required(row.ownerid),
    currencyId: required(row.transactioncurrencyid),
    requestedDeliveryDate: row.bbl_requesteddeliverydate,
  };
}

export const CONTRACT_CUSTOMER_COLUMNS = [
  'bbl_contractcustomerid',
  'bbl_contractid',
  'bbl_accountid',
  'bbl_name',
  'bbl_billingsplit',
  'bbl_isprimary',
  'bbl_isrounding',
] as const;

export function toContractCustomer(
  row: Columns<'bbl_contractcustomer', (typeof CONTRACT_CUSTOMER_COLUMNS)[number]>,
): ContractCustomer {
  return {
    id: required(row.bbl_contractcustomerid),
    accountId: required(row.bbl_accountid),
    percent: storedPercent(row.bbl_billingsplit),
    isPrimary: row.bbl_isprimary ?? false,
    isRounding: row.bbl_isrounding ?? false,
  };
}

export const LINE_CUSTOMER_COLUMNS = [
  'bbl_contractlinecustomerid',
  'bbl_contractlineid',
  'bbl_contractcustomerid',
  'bbl_accountid',
  'bbl_billingsplit',
  'bbl_isrounding',
] as const;

export type LineCustomerRecord = Columns<'bbl_contractlinecustomer', (typeof LINE_CUSTOMER_COLUMNS)[number]>;

export function toLineCustomer(row: LineCustomerRecord): LineCustomer {
  return {
    id: required(row.bbl_contractlinecustomerid),
    contractCustomerId: required(row.bbl_contractcustomerid),
    percent: storedPercent(row.bbl_billingsplit),
    isRounding: row.bbl_isrounding ?? false,
  };
}
