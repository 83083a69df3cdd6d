import { SERVER_MANAGED } from '@bbl/dataverse/generated/serverManaged';
import type { TableName } from '@bbl/dataverse/generated/tables';
import { confirmInvoices } from './apis/ConfirmInvoices';
import { createInvoices } from './apis/CreateInvoices';
import { explainBilling } from './apis/ExplainBilling';
import { generateMilestones } from './apis/GenerateMilestones';
import { setBillingStatus } from './apis/SetBillingStatus';
import { contractCreate20 } from './bbl_contract/create.20';
import { contractCreate40 } from './bbl_contract/create.40';
import { contractDelete10 } from './bbl_contract/delete.10';
import { contractDelete20 } from './bbl_contract/delete.20';
import { contractUpdate20 } from './bbl_contract/update.20';
import { contractCustomerCreate20 } from './bbl_contractcustomer/create.20';
import { contractCustomerDelete10 } from './bbl_contractcustomer/delete.10';
import { contractCustomerDelete20 } from './bbl_contractcustomer/delete.20';
import { contractCustomerUpdate20 } from './bbl_contractcustomer/update.20';
import { contractLineCreate20 } from './bbl_contractline/create.20';
import { contractLineCreate40 } from './bbl_contractline/create.40';
import { contractLineDelete10 } from './bbl_contractline/delete.10';
import { contractLineDelete20 } from './bbl_contractline/delete.20';
import { contractLineUpdate20 } from './bbl_contractline/update.20';
import { lineCustomerCreate20 } from './bbl_contractlinecustomer/create.20';
import { lineCustomerDelete10 } from './bbl_contractlinecustomer/delete.10';
import { lineCustomerDelete20 } from './bbl_contractlinecustomer/delete.20';
import { lineCustomerUpdate20 } from './bbl_contractlinecustomer/update.20';
import { milestoneCreate20 } from './bbl_milestone/create.20';
import { milestoneCreate40 } from './bbl_milestone/create.40';
import { milestoneDelete10 } from './bbl_milestone/delete.10';
import { milestoneDelete20 } from './bbl_milestone/delete.20';
import { milestoneUpdate20 } from './bbl_milestone/update.20';
import { frequencyCreate20 } from './bbl_invoicefrequency/create.20';
import { frequencyUpdate20 } from './bbl_invoicefrequency/update.20';
import { frequencyDelete10 } from './bbl_invoicefrequency/delete.10';
import { frequencyDelete20 } from './bbl_invoicefrequency/delete.20';
import { frequencyDetailCreate20 } from './bbl_invoicefrequencydetail/create.20';
import { frequencyDetailUpdate20 } from './bbl_invoicefrequencydetail/update.20';
import { invoiceUpdate20 } from './bbl_invoice/update.20';
import { invoiceDelete10 } from './bbl_invoice/delete.10';
import { invoiceDelete20 } from './bbl_invoice/delete.20';
import { detailCreate10 } from './bbl_invoicelinedetail/create.10';
import { detailUpdate20 } from './bbl_invoicelinedetail/update.20';
import { detailDelete10 } from './bbl_invoicelinedetail/delete.10';
import { detailDelete20 } from './bbl_invoicelinedetail/delete.20';
import { guardCreate, guardDelete, guardUpdate } from './guard/guard';
import { SERVER_TABLES } from './guard/policies';
import type { Registry } from './runtime/execute';
import { api, type RegisteredApi, type RegisteredStep, step } from './runtime/handlers';

/** The guards follow from the generated list of server-managed columns. domain.md 2.1-1. */
const GUARDS: { readonly [key: string]: RegisteredStep } = Object.fromEntries([
  ...guardedTables().flatMap((table): [string, RegisteredStep][] => [
    [`${table}/create.10`, guardCreate(table)],
    [`${table}/update.10`, guardUpdate(table)],
  ]),
  // A contract has no such column, but cannot be deactivated either.
  ['bbl_contract/update.10', guardUpdate('bbl_contract')],
  ...[...SERVER_TABLES].map((table): [string, RegisteredStep] => [`${table}/delete.10`, guardDelete(table)]),
]);

const HANDLERS: { readonly [key: string]: RegisteredStep } = {
  'bbl_contract/create.20': step('bbl_contract', contractCreate20),
  'bbl_contract/create.40': step('bbl_contract', contractCreate40),
  'bbl_contract/update.20': step('bbl_contract', contractUpdate20),
  'bbl_contract/delete.10': step('bbl_contract', contractDelete10),
  'bbl_contract/delete.20': step('bbl_contract', contractDelete20),
  'bbl_contractcustomer/create.20': step('bbl_contractcustomer', contractCustomerCreate20),
  'bbl_contractcustomer/update.20': step('bbl_contractcustomer', contractCustomerUpdate20),
  'bbl_contractcustomer/delete.10': step('bbl_contractcustomer', contractCustomerDelete10),
  'bbl_contractcustomer/delete.20': step('bbl_contractcustomer', contractCustomerDelete20),
  'bbl_contractline/create.20': step('bbl_contractline', contractLineCreate20),
  'bbl_contractline/create.40': step('bbl_contractline', contractLineCreate40),
  'bbl_contractline/update.20': step('bbl_contractline', contractLineUpdate20),
  'bbl_contractline/delete.10': step('bbl_contractline', contractLineDelete10),
  'bbl_contractline/delete.20': step('bbl_contractline', contractLineDelete20),
  'bbl_contractlinecustomer/create.20': step('bbl_contractlinecustomer', lineCustomerCreate20),
  'bbl_contractlinecustomer/update.20': step('bbl_contractlinecustomer', lineCustomerUpdate20),
  'bbl_contractlinecustomer/delete.10': step('bbl_contractlinecustomer', lineCustomerDelete10),
  'bbl_contractlinecustomer/delete.20': step('bbl_contractlinecustomer', lineCustomerDelete20),
  'bbl_milestone/create.20': step('bbl_milestone', milestoneCreate20),
  'bbl_milestone/create.40': step('bbl_milestone', milestoneCreate40),
  'bbl_milestone/update.20': step('bbl_milestone', milestoneUpdate20),
  'bbl_milestone/delete.10': step('bbl_milestone', milestoneDelete10),
  'bbl_milestone/delete.20': step('bbl_milestone', milestoneDelete20),
  'bbl_invoicefrequency/create.20': step('bbl_invoicefrequency', frequencyCreate20),
  'bbl_invoicefrequency/update.20': step('bbl_invoicefrequency', frequencyUpdate20),
  'bbl_invoicefrequency/delete.10': step('bbl_invoicefrequency', frequencyDelete10),
  'bbl_invoicefrequency/delete.20': step('bbl_invoicefrequency', frequencyDelete20),
  'bbl_invoicefrequencydetail/create.20': step('bbl_invoicefrequencydetail', frequencyDetailCreate20),
  'bbl_invoicefrequencydetail/update.20': step('bbl_invoicefrequencydetail', frequencyDetailUpdate20),
  'bbl_invoice/update.20': step('bbl_invoice', invoiceUpdate20),
  'bbl_invoice/delete.10': step('bbl_invoice', invoiceDelete10),
  'bbl_invoice/delete.20': step('bbl_invoice', invoiceDelete20),
  'bbl_invoicelinedetail/create.10': step('bbl_invoicelinedetail', detailCreate10),
  'bbl_invoicelinedetail/update.20': step('bbl_invoicelinedetail', detailUpdate20),
  'bbl_invoicelinedetail/delete.10': step('bbl_invoicelinedetail', detailDelete10),
  'bbl_invoicelinedetail/delete.20': step('bbl_invoicelinedetail', detailDelete20),
};

const STEPS: { readonly [key: string]: RegisteredStep } = { ...GUARDS, ...HANDLERS };

const APIS: { readonly [key: string]: RegisteredApi } = Object.fromEntries(
  [
    api('bbl_ConfirmInvoices', confirmInvoices),
    api('bbl_CreateInvoices', createInvoices),
    api('bbl_ExplainBilling', explainBilling),
    api('bbl_GenerateMilestones', generateMilestones),
    api('bbl_SetBillingStatus', setBillingStatus),
  ].map((handler) => [`api/${handler.name.toLowerCase()}`, handler]),
);

export const REGISTRY: Registry = { step: (key) => STEPS[key], api: (key) => APIS[key] };

/** Keys of all handlers, for the comparison with the solution's steps and custom APIs. */
export const handlerKeys = (): string[] => [...Object.keys(STEPS), ...Object.keys(APIS)].sort();

function guardedTables(): TableName[] {
  return Object.keys(SERVER_MANAGED) as TableName[];
}
