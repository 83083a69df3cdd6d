import {
  DaysOfRun,
  type FrequencyPeriod,
  type InvoiceScheduleType,
  type Occurrence,
  type Weekday,
} from '@bbl/dataverse/generated/choices';
import type { ProducedContract } from './producers';
import type { TestHost } from './testHost';

/** A run detail: a day, or a weekday with its occurrence. */
export interface RunDetail {
  readonly day?: number;
  readonly weekday?: Weekday;
  readonly occurrence?: Occurrence;
}

/** What a fixed price line needs for periodic milestones. */
export interface Plan {
  readonly frequencyId: string;
  readonly start: string;
  readonly end: string;
  readonly amount?: number;
  readonly tax?: number;
  readonly percents?: readonly number[];
  readonly currency?: 'USD' | 'JPY' | 'KWD';
  readonly scheduleType?: InvoiceScheduleType;
}

/** One row of the answer of `bbl_GenerateMilestones`. */
export interface PlannedMilestone {
  readonly name: string;
  readonly date: string;
  readonly amount: string;
  readonly tax: string;
  readonly kept: boolean;
}

export interface StoredMilestone {
  readonly bbl_milestoneid: string;
  readonly bbl_name: string;
  readonly bbl_date: string;
  readonly bbl_amount: number;
  readonly bbl_tax: number;
}

/** Frequencies, lines and schedules as a user sets them up, from nothing. */
export interface Planner {
  frequency(period: FrequencyPeriod, details: readonly RunDetail[], runs?: number): Promise<string>;
  line(plan: Plan): Promise<{ readonly id: string; readonly contract: ProducedContract }>;
  generate(lineId: string, mode: string, as?: string): Promise<{ milestones: PlannedMilestone[]; created: number }>;
  /** The milestones of a line in date order. */
  milestones(lineId: string): Promise<StoredMilestone[]>;
}

export function planner({ api, produce }: TestHost): Planner {
  return {
    async frequency(period, details, runs = details.length) {
      const id = await api.create('bbl_invoicefrequencies', {
        bbl_name: 'Frequency',
        bbl_period: period,
        bbl_daysofrun: details[0]?.day === undefined ? DaysOfRun.WeekdayOfPeriod : DaysOfRun.DayOfPeriod,
        bbl_runsperperiod: runs,
      });
      for (const { day, weekday, occurrence } of details) {
        await api.create('bbl_invoicefrequencydetails', {
          'bbl_InvoiceFrequencyId@odata.bind': `/bbl_invoicefrequencies(${id})`,
          ...(day === undefined ? {} : { bbl_dayofmonth: day }),
          ...(weekday === undefined ? {} : { bbl_weekday: weekday }),
          ...(occurrence === undefined ? {} : { bbl_occurrence: occurrence }),
        });
      }
      return id;
    },

    async line({ frequencyId, start, end, amount = 1000, tax = 0, percents = [100], currency = 'USD', ...rest }) {
      const contract = await produce.contract({ percents, currency });
      await api.patch(`bbl_contracts(${contract.id})`, { bbl_requesteddeliverydate: end });
      const id = await produce.fixedPriceLine(contract, { amount, tax, ...rest });
      await api.patch(`bbl_contractlines(${id})`, {
        bbl_billingstart: start,
        'bbl_InvoiceFrequencyId@odata.bind': `/bbl_invoicefrequencies(${frequencyId})`,
      });
      return { id, contract };
    },

    async generate(ContractLineId, Mode, as) {
      const answer = await api.call<{ Milestones: string; Created: number }>(
        'bbl_GenerateMilestones',
        { ContractLineId, Mode },
        as === undefined ? {} : { as },
      );
      return { milestones: JSON.parse(answer.Milestones) as PlannedMilestone[], created: answer.Created };
    },

    milestones: (lineId) =>
      api.list<StoredMilestone>(
        `bbl_milestones?$select=bbl_name,bbl_date,bbl_amount,bbl_tax&$filter=_bbl_contractlineid_value eq ${lineId}&$orderby=bbl_date`,
      ),
  };
}
