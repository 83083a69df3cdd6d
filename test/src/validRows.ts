import { BillingMethod } from '@bbl/dataverse/generated/choices';
import { TABLES } from '@bbl/dataverse/generated/metadata';
import type { Row } from './dump';
import type { TestHost } from './testHost';

/** The address of a row as `@odata.bind` takes it. */
export const addressOf = (table: string, id: string | undefined): string => `/${TABLES[table]?.set}(${id})`;

/**
 * A valid row of every table whose rows people make, not yet sent: it fails for nothing but what a test adds to it.
 * Parents that they need besides the contract and its fixed price line are made.
 */
export async function validRowsOf(
  { api, produce }: Pick<TestHost, 'api' | 'produce'>,
  { contractId, lineId }: { readonly contractId: string; readonly lineId: string },
): Promise<Readonly<Record<string, Row>>> {
  const timeLine = await api.create('bbl_contractlines', {
    bbl_name: 'Time',
    'bbl_ContractId@odata.bind': addressOf('bbl_contract', contractId),
    'bbl_ProjectId@odata.bind': addressOf('bbl_project', await produce.project()),
    bbl_billingmethod: BillingMethod.TimeAndMaterial,
  });
  const account = await produce.account();
  const customer = await api.create('bbl_contractcustomers', {
    'bbl_ContractId@odata.bind': addressOf('bbl_contract', contractId),
    'bbl_AccountId@odata.bind': addressOf('account', account),
  });
  const frequency = await api.create('bbl_invoicefrequencies', {
    bbl_name: 'Monthly',
    bbl_period: 482100002,
    bbl_daysofrun: 482100000,
    bbl_runsperperiod: 1,
  });
  const ofContract = { 'bbl_ContractId@odata.bind': addressOf('bbl_contract', contractId) };
  return {
    bbl_contract: { bbl_name: 'C', 'bbl_CustomerId@odata.bind': addressOf('account', account) },
    bbl_contractcustomer: { ...ofContract, 'bbl_AccountId@odata.bind': addressOf('account', await produce.account()) },
    bbl_contractline: { ...ofContract, bbl_name: 'L', bbl_billingmethod: BillingMethod.FixedPrice },
    bbl_contractlinecustomer: {
      'bbl_ContractLineId@odata.bind': addressOf('bbl_contractline', lineId),
      'bbl_ContractCustomerId@odata.bind': addressOf('bbl_contractcustomer', customer),
    },
    bbl_invoicefrequency: { bbl_name: 'F', bbl_period: 482100000, bbl_daysofrun: 482100001, bbl_runsperperiod: 1 },
    bbl_invoicefrequencydetail: {
      bbl_name: 'D',
      'bbl_InvoiceFrequencyId@odata.bind': addressOf('bbl_invoicefrequency', frequency),
      bbl_dayofmonth: 5,
    },
    bbl_invoiceschedule: {
      bbl_name: 'S',
      'bbl_ContractLineId@odata.bind': addressOf('bbl_contractline', timeLine),
      bbl_rundate: '2026-04-30',
    },
    bbl_milestone: {
      'bbl_ContractLineId@odata.bind': addressOf('bbl_contractline', lineId),
      bbl_date: '2026-01-31',
      bbl_amount: 10,
    },
    bbl_project: { bbl_name: 'P' },
    bbl_projectentry: {
      bbl_name: 'E',
      'bbl_ProjectId@odata.bind': addressOf('bbl_project', await produce.project()),
      bbl_transactionclass: 482100000,
      bbl_date: '2026-03-01',
      bbl_quantity: 8,
      bbl_price: 100,
    },
    bbl_retainer: {
      bbl_name: 'R',
      ...ofContract,
      'bbl_ContractCustomerId@odata.bind': addressOf('bbl_contractcustomer', customer),
      bbl_amount: 100,
      bbl_invoicedate: '2026-04-30',
    },
  };
}
