import {
  BillingMethod,
  DaysOfRun,
  FrequencyPeriod,
  InvoiceScheduleType,
  LineType,
} from '@bbl/dataverse/generated/choices';
import type { Client } from './client';

export const SCHEDULE_LINES = 200;
const CUSTOMERS = 3;

/** Lines with ten years of monthly dates and three customers each; returns their ids. */
export async function makeLines(api: Client): Promise<string[]> {
  const { id: project } = await api.post('bbl_projects', { bbl_name: 'Schedules' });
  const { id: frequency } = await api.post('bbl_invoicefrequencies', {
    bbl_name: 'Monthly',
    bbl_period: FrequencyPeriod.Monthly,
    bbl_daysofrun: DaysOfRun.DayOfPeriod,
    bbl_runsperperiod: 1,
  });
  await api.post('bbl_invoicefrequencydetails', {
    'bbl_InvoiceFrequencyId@odata.bind': `/bbl_invoicefrequencies(${frequency})`,
    bbl_dayofmonth: 31,
  });
  const accounts: string[] = [];
  for (let index = 0; index < CUSTOMERS; index++)
    accounts.push((await api.post('accounts', { name: `Share ${index}` })).id);
  const lines: string[] = [];
  for (let index = 0; index < SCHEDULE_LINES; index++)
    lines.push(await makeLine(api, { project, frequency, accounts, index }));
  return lines;
}

interface LineFacts {
  readonly project: string;
  readonly frequency: string;
  readonly accounts: readonly string[];
  readonly index: number;
}

async function makeLine(api: Client, { project, frequency, accounts, index }: LineFacts): Promise<string> {
  const [primary, ...others] = accounts;
  const { id: contract } = await api.post('bbl_contracts', {
    bbl_name: `Ten years ${index}`,
    'bbl_CustomerId@odata.bind': `/accounts(${primary})`,
    bbl_requesteddeliverydate: '2035-12-31',
  });
  for (const account of others) {
    await api.post('bbl_contractcustomers', {
      'bbl_ContractId@odata.bind': `/bbl_contracts(${contract})`,
      'bbl_AccountId@odata.bind': `/accounts(${account})`,
      bbl_billingsplit: 33.3333,
    });
  }
  const customers = (await api.get(
    `bbl_contractcustomers?$select=bbl_contractcustomerid&$filter=_bbl_contractid_value eq ${contract} and bbl_isprimary eq true`,
  )) as { value: { bbl_contractcustomerid: string }[] };
  await api.patch(`bbl_contractcustomers(${customers.value[0]?.bbl_contractcustomerid})`, {
    bbl_billingsplit: 33.3334,
  });
  const { id } = await api.post('bbl_contractlines', {
    bbl_name: 'Retained work',
    'bbl_ContractId@odata.bind': `/bbl_contracts(${contract})`,
    'bbl_ProjectId@odata.bind': `/bbl_projects(${project})`,
    'bbl_InvoiceFrequencyId@odata.bind': `/bbl_invoicefrequencies(${frequency})`,
    bbl_linetype: LineType.Project,
    bbl_billingmethod: BillingMethod.FixedPrice,
    bbl_invoicescheduletype: InvoiceScheduleType.CompletedMilestones,
    bbl_billingstart: '2026-01-01',
    bbl_contractedamount: 1234567.89,
    bbl_estimatedtax: 98765.43,
  });
  return id;
}

/** Creates every line's schedule, line by line, and checks that nothing is missing. */
export async function generateAll(api: Client, lines: readonly string[]): Promise<void> {
  for (const ContractLineId of lines) {
    const { body } = await api.post('bbl_GenerateMilestones', { ContractLineId, Mode: 'create' });
    const { Created } = body as { Created: number };
    if (Created !== 120) throw new Error(`${Created} of 120 milestones were created`);
  }
}
