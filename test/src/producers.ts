import { BillingMethod, InvoiceScheduleType, LineType } from '@bbl/dataverse/generated/choices';
import { sendChangeSet } from './batch';
import type { WebApi } from './webApi';

const CHANGE_SET_SIZE = 500;

/** Makes the valid rows that a test needs, as a user or an integration would; a test states only what it is about. */
export interface Producers {
  account(name?: string): Promise<string>;
  project(name?: string): Promise<string>;
  contract(options?: ContractOptions): Promise<ProducedContract>;
  fixedPriceLine(contract: ProducedContract, options?: LineOptions): Promise<string>;
  productLine(contract: ProducedContract, options?: ProductOptions): Promise<string>;
  milestone(lineId: string, options?: MilestoneOptions): Promise<string>;
  /** Many milestones of one line, through change sets. */
  milestones(lineId: string, count: number, options?: MilestoneOptions): Promise<string[]>;
  /** The splits of a milestone, by account name. */
  splits(milestoneId: string): Promise<ProducedSplit[]>;
}

export interface ContractOptions {
  readonly name?: string;
  /** Percentages of the customers, the first one primary and rounding; one customer with 100 by default. */
  readonly percents?: readonly number[];
  readonly currency?: 'USD' | 'JPY' | 'KWD';
  /** Option value to set at the end. */
  readonly status?: number;
}

export interface ProducedContract {
  readonly id: string;
  readonly accountIds: readonly string[];
}

export interface LineOptions {
  readonly amount?: number;
  readonly tax?: number;
  readonly scheduleType?: InvoiceScheduleType;
}

export interface ProductOptions {
  readonly quantity?: number;
  readonly price?: number;
  readonly tax?: number;
  readonly deliveryDate?: string;
}

export interface MilestoneOptions {
  readonly name?: string;
  readonly date?: string;
  readonly amount?: number;
  readonly tax?: number;
}

export interface ProducedSplit {
  readonly bbl_milestonesplitid: string;
  readonly bbl_name: string;
  readonly bbl_amount: number;
  readonly bbl_tax: number;
  readonly bbl_billingstatus: number;
  readonly bbl_round: number;
  readonly _bbl_accountid_value: string;
  readonly _bbl_invoiceid_value: string | null;
}

export function producers(api: WebApi): Producers {
  let made = 0;
  const next = (what: string): string => `${what} ${++made}`;
  const currencies = new Map<string, string>();

  async function currency(code: string): Promise<string> {
    const known = currencies.get(code);
    if (known !== undefined) return known;
    const [row] = await api.list<{ transactioncurrencyid: string }>(
      `transactioncurrencies?$select=transactioncurrencyid&$filter=isocurrencycode eq '${code}'`,
    );
    if (!row) throw new Error(`There is no currency ${code}`);
    currencies.set(code, row.transactioncurrencyid);
    return row.transactioncurrencyid;
  }

  async function shareAmong(
    contractId: string,
    accountIds: readonly string[],
    percents: readonly number[],
  ): Promise<void> {
    for (const [index, accountId] of accountIds.entries()) {
      if (index === 0) continue;
      await api.create('bbl_contractcustomers', {
        'bbl_ContractId@odata.bind': `/bbl_contracts(${contractId})`,
        'bbl_AccountId@odata.bind': `/accounts(${accountId})`,
        bbl_billingsplit: percents[index],
      });
    }
    const [primary] = await api.list<{ bbl_contractcustomerid: string }>(
      `bbl_contractcustomers?$select=bbl_contractcustomerid&$filter=_bbl_contractid_value eq ${contractId} and bbl_isprimary eq true`,
    );
    if (!primary) throw new Error('The contract has no primary customer');
    await api.patch(`bbl_contractcustomers(${primary.bbl_contractcustomerid})`, { bbl_billingsplit: percents[0] });
  }

  const milestoneRow = (
    lineId: string,
    { name = next('Milestone'), date = '2026-01-31', amount = 1000, tax = 0 }: MilestoneOptions = {},
  ) => ({
    bbl_name: name,
    'bbl_ContractLineId@odata.bind': `/bbl_contractlines(${lineId})`,
    bbl_date: date,
    bbl_amount: amount,
    bbl_tax: tax,
  });

  const produce: Producers = {
    account: (name = next('Account')) => api.create('accounts', { name }),
    project: (name = next('Project')) => api.create('bbl_projects', { bbl_name: name }),

    async contract({ name = next('Contract'), percents = [100], currency: code = 'USD', status } = {}) {
      const accountIds: string[] = [];
      for (const _percent of percents) accountIds.push(await produce.account());
      const id = await api.create('bbl_contracts', {
        bbl_name: name,
        'bbl_CustomerId@odata.bind': `/accounts(${accountIds[0]})`,
        'transactioncurrencyid@odata.bind': `/transactioncurrencies(${await currency(code)})`,
      });
      if (percents.length > 1) await shareAmong(id, accountIds, percents);
      if (status !== undefined) await api.patch(`bbl_contracts(${id})`, { bbl_contractstatus: status });
      return { id, accountIds };
    },

    async fixedPriceLine(
      { id },
      { amount = 1000, tax = 0, scheduleType = InvoiceScheduleType.CompletedMilestones } = {},
    ) {
      return api.create('bbl_contractlines', {
        bbl_name: next('Line'),
        'bbl_ContractId@odata.bind': `/bbl_contracts(${id})`,
        'bbl_ProjectId@odata.bind': `/bbl_projects(${await produce.project()})`,
        bbl_linetype: LineType.Project,
        bbl_billingmethod: BillingMethod.FixedPrice,
        bbl_invoicescheduletype: scheduleType,
        bbl_contractedamount: amount,
        bbl_estimatedtax: tax,
      });
    },

    productLine: ({ id }, { quantity = 1, price = 100, tax = 0, deliveryDate } = {}) =>
      api.create('bbl_contractlines', {
        bbl_name: next('Product line'),
        'bbl_ContractId@odata.bind': `/bbl_contracts(${id})`,
        bbl_linetype: LineType.Product,
        bbl_productname: next('Product'),
        bbl_quantity: quantity,
        bbl_priceperunit: price,
        bbl_tax: tax,
        ...(deliveryDate === undefined ? {} : { bbl_requesteddeliverydate: deliveryDate }),
      }),

    milestone: (lineId, options) => api.create('bbl_milestones', milestoneRow(lineId, options)),

    async milestones(lineId, count, options) {
      const ids: string[] = [];
      while (ids.length < count) {
        const size = Math.min(CHANGE_SET_SIZE, count - ids.length);
        const requests = Array.from({ length: size }, () => ({
          method: 'POST' as const,
          path: 'bbl_milestones',
          body: milestoneRow(lineId, options),
        }));
        for (const { id, body } of await sendChangeSet(api, requests)) {
          if (id === undefined) throw new Error(`A milestone was refused: ${JSON.stringify(body)}`);
          ids.push(id);
        }
      }
      return ids;
    },

    splits: (milestoneId) =>
      api.list<ProducedSplit>(
        `bbl_milestonesplits?$filter=_bbl_milestoneid_value eq ${milestoneId}&$orderby=bbl_round,createdon,bbl_milestonesplitid`,
      ),
  };
  return produce;
}
