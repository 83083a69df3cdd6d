import { BillingMethod, InvoiceScheduleType, LineType } from '@bbl/dataverse/generated/choices';
import type { Client } from './client';

/** Contracts with one fixed price line of many milestones each, until there are `splits` splits; returns their ids. */
export async function makeBacklog(api: Client, splits: number, milestonesALine = 250): Promise<string[]> {
  const { id: project } = await api.post('bbl_projects', { bbl_name: 'Bench' });
  for (let made = 0; made < splits; made += milestonesALine) {
    const line = await makeLine(api, project, made);
    for (let index = 0; index < Math.min(milestonesALine, splits - made); index++) {
      await api.post('bbl_milestones', {
        'bbl_ContractLineId@odata.bind': `/bbl_contractlines(${line})`,
        bbl_date: `2026-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
        bbl_amount: 1000 + index,
      });
    }
  }
  const ids: string[] = [];
  let path: string | undefined = 'bbl_milestonesplits?$select=bbl_milestonesplitid';
  while (path !== undefined) {
    const page = (await api.get(path)) as { value: { bbl_milestonesplitid: string }[]; '@odata.nextLink'?: string };
    ids.push(...page.value.map((row) => row.bbl_milestonesplitid));
    path = page['@odata.nextLink']?.split('/api/data/v9.2/')[1];
  }
  return ids;
}

async function makeLine(api: Client, project: string, number: number): Promise<string> {
  const { id: account } = await api.post('accounts', { name: `Bench ${number}` });
  const { id: contract } = await api.post('bbl_contracts', {
    bbl_name: `Bench ${number}`,
    'bbl_CustomerId@odata.bind': `/accounts(${account})`,
  });
  const { id } = await api.post('bbl_contractlines', {
    bbl_name: 'Fixed price',
    'bbl_ContractId@odata.bind': `/bbl_contracts(${contract})`,
    'bbl_ProjectId@odata.bind': `/bbl_projects(${project})`,
    bbl_linetype: LineType.Project,
    bbl_billingmethod: BillingMethod.FixedPrice,
    bbl_invoicescheduletype: InvoiceScheduleType.CompletedMilestones,
    bbl_contractedamount: 1000000,
  });
  return id;
}
