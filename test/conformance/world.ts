import { DaysOfRun, FrequencyPeriod } from '@bbl/dataverse/generated/choices';
import { TABLES } from '@bbl/dataverse/generated/metadata';
import type { TestHost } from '../src/testHost';
import type { Answer, WebApi } from '../src/webApi';
import type { Dice } from './dice';
import type { Request } from './requests';

/** Entity sets of the rows that requests are about. */
const SETS = {
  account: 'accounts',
  project: 'bbl_projects',
  frequency: 'bbl_invoicefrequencies',
  frequencyDetail: 'bbl_invoicefrequencydetails',
  contract: 'bbl_contracts',
  line: 'bbl_contractlines',
  lineCustomer: 'bbl_contractlinecustomers',
  milestone: 'bbl_milestones',
  split: 'bbl_milestonesplits',
  schedule: 'bbl_invoiceschedules',
  entry: 'bbl_projectentries',
  actual: 'bbl_actuals',
  retainer: 'bbl_retainers',
  application: 'bbl_retainerapplications',
  invoice: 'bbl_invoices',
  invoiceLine: 'bbl_invoicelines',
  detail: 'bbl_invoicelinedetails',
  claim: 'bbl_billingclaims',
  event: 'bbl_billingevents',
} as const;

export type Kind = keyof typeof SETS;

export const UNKNOWN_ID = '11111111-1111-4111-8111-111111111111';

/** Contracts whose lines can be billed from the start. */
const CONTRACTS = [
  { percents: [100] },
  { percents: [60, 40] },
  { percents: [33.33, 33.33, 33.34] },
  { percents: [50, 30, 20], currency: 'JPY' },
  { percents: [99.9999, 0.0001], currency: 'KWD' },
] as const;

/** The rows that random requests are about. */
export class World {
  private readonly ids = new Map<Kind, string[]>();

  constructor(
    private readonly api: WebApi,
    private readonly dice: Dice,
  ) {}

  static async make({ api, produce, plant }: TestHost, dice: Dice): Promise<World> {
    const world = new World(api, dice);
    for (const options of CONTRACTS) world.add('contract', (await produce.contract(options)).id);
    for (let index = 1; index <= 4; index++) {
      world.add('account', await produce.account());
      world.add('project', await produce.project());
    }
    world.add('frequency', await monthly(api));
    // No request makes one: drafts apply retainers.
    world.add('application', plant('bbl_retainerapplication', { bbl_name: 'Applied' }));
    return world;
  }

  count(kind: Kind): number {
    return this.of(kind).length;
  }

  /** An id of this kind, now and then one that does not exist. */
  id(kind: Kind): string {
    return this.count(kind) === 0 || this.dice.chance(1) ? UNKNOWN_ID : this.dice.pick(this.of(kind));
  }

  /** Some ids of this kind, now and then with one that does not exist or is none. */
  some(kind: Kind, countMax: number): string[] {
    const odd = this.dice.chance(10) ? [this.dice.pick([UNKNOWN_ID, 'no id'])] : [];
    return [...this.dice.some(this.of(kind), countMax), ...odd];
  }

  path(kind: Kind): string {
    return `${SETS[kind]}(${this.id(kind)})`;
  }

  bind(property: string, kind: Kind): object {
    return { [`${property}@odata.bind`]: `/${SETS[kind]}(${this.id(kind)})` };
  }

  /** Learns what a request made: the row itself, and what commands make below named rows. */
  async learn({ status, headers }: Answer, { makes, leads = [] }: Pick<Request, 'makes' | 'leads'>): Promise<void> {
    if (status >= 300) return;
    const id = /\(([0-9a-f-]{36})\)$/.exec(headers.get('odata-entityid') ?? '')?.[1];
    if (makes !== undefined && id !== undefined) this.add(makes, id);
    for (const kind of leads) await this.lookUp(kind);
  }

  /** What is gone is asked for now and then only. */
  forget(path: string, { status }: Answer): void {
    if (status >= 300 || this.dice.chance(10)) return;
    for (const known of this.ids.values()) {
      const index = known.findIndex((id) => path.endsWith(`(${id})`));
      if (index >= 0) known.splice(index, 1);
    }
  }

  private of(kind: Kind): string[] {
    return this.ids.get(kind) ?? [];
  }

  private add(kind: Kind, id: string): void {
    this.ids.set(kind, [...this.of(kind), id]);
  }

  private async lookUp(kind: Kind): Promise<void> {
    const set = SETS[kind];
    const [key = ''] = Object.entries(TABLES).flatMap(([table, each]) => (each.set === set ? [`${table}id`] : []));
    const rows = await this.api.list<Record<string, string>>(`${set}?$select=${key}&$orderby=createdon,${key}`);
    this.ids.set(
      kind,
      rows.map((row) => row[key] ?? ''),
    );
  }
}

async function monthly(api: WebApi): Promise<string> {
  const id = await api.create('bbl_invoicefrequencies', {
    bbl_name: 'Monthly, last day',
    bbl_period: FrequencyPeriod.Monthly,
    bbl_daysofrun: DaysOfRun.DayOfPeriod,
    bbl_runsperperiod: 1,
  });
  await api.create('bbl_invoicefrequencydetails', {
    bbl_name: 'Day 31',
    'bbl_InvoiceFrequencyId@odata.bind': `/bbl_invoicefrequencies(${id})`,
    bbl_dayofmonth: 31,
  });
  return id;
}
