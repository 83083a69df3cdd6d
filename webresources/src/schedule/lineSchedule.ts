import { type Currency, isOpenMilestone, type MinorUnits, type PlainDate, plainDate } from '@bbl/domain';
import type { BillingStatus } from '@bbl/dataverse/generated/choices';
import { Contract, ContractLine, InvoiceFrequency, Milestone, MilestoneSplit } from '@bbl/dataverse/generated/tables';
import { eq, fetch } from '@bbl/dataverse/fetch';
import { sourceStatusWords, storedAmountOrNull, storedAmountOrZero } from '@bbl/dataverse/mapping';
import { readCurrency } from '../client/currency';
import { decimalOf, lookupOf, numberOf, type RawRow, readRows, textOf } from '../client/rawRow';
import { headerStatusOf } from '../client/statuses';

/** A milestone of a line as the schedule shows it. */
export interface ScheduledRow {
  readonly name: string;
  readonly date: PlainDate;
  readonly amountMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
  /** Not Started and without billing activity: replacing may change or remove it. domain.md 0.3. */
  readonly isOpen: boolean;
}

/** A line with what its schedule is made of. */
export interface LineSchedule {
  readonly lineName: string;
  readonly contractName: string;
  readonly currency: Currency;
  readonly contractedAmountMinor: MinorUnits | null;
  readonly estimatedTaxMinor: MinorUnits | null;
  readonly start: PlainDate | null;
  readonly end: PlainDate | null;
  readonly frequencyName: string;
  readonly milestones: readonly ScheduledRow[];
}

const dateOf = (row: RawRow, property: string): PlainDate | null => {
  const text = textOf(row, property).slice(0, 10);
  return text === '' ? null : plainDate(text);
};

const CURRENCY = 'transactioncurrencyid';

/** Reads a line, its contract's end and its milestones in date order; undefined when the line cannot be seen. */
export async function readLineSchedule(lineId: string): Promise<LineSchedule | undefined> {
  const query = fetch(ContractLine.table)
    .select(ContractLine.Name, ContractLine.ContractedAmount, ContractLine.EstimatedTax, ContractLine.BillingStart)
    .select(CURRENCY)
    .where(eq(ContractLine.id, lineId))
    .link(Contract.table, { from: Contract.id, to: ContractLine.ContractId, alias: 'c' }, (contract) =>
      contract.select(Contract.Name, Contract.RequestedDeliveryDate),
    )
    .link(
      InvoiceFrequency.table,
      { from: InvoiceFrequency.id, to: ContractLine.InvoiceFrequencyId, alias: 'f', type: 'outer' },
      (frequency) => frequency.select(InvoiceFrequency.Name),
    );
  const [row] = await readRows(ContractLine.table, query);
  if (!row) return undefined;
  const currency = await readCurrency(lookupOf(row, CURRENCY));
  return {
    lineName: textOf(row, ContractLine.Name),
    contractName: textOf(row, `c.${Contract.Name}`),
    currency,
    contractedAmountMinor: storedAmountOrNull(decimalOf(row, ContractLine.ContractedAmount), currency),
    estimatedTaxMinor: storedAmountOrNull(decimalOf(row, ContractLine.EstimatedTax), currency),
    start: dateOf(row, ContractLine.BillingStart),
    end: dateOf(row, `c.${Contract.RequestedDeliveryDate}`),
    frequencyName: textOf(row, `f.${InvoiceFrequency.Name}`),
    milestones: await readMilestones(lineId, currency),
  };
}

/** The milestones of a line in date order, with whether billing has begun on them. */
export async function readMilestones(lineId: string, currency: Currency): Promise<readonly ScheduledRow[]> {
  const query = fetch(Milestone.table)
    .select(Milestone.Name, Milestone.Date, Milestone.Amount, Milestone.Tax, Milestone.HeaderStatus)
    .where(eq(Milestone.ContractLineId, lineId))
    .link(
      MilestoneSplit.table,
      { from: MilestoneSplit.MilestoneId, to: Milestone.id, alias: 's', type: 'outer' },
      (split) => split.select(MilestoneSplit.BillingStatus),
    )
    .orderBy(Milestone.Date)
    .orderBy(Milestone.Name);
  const byMilestone = new Map<string, RawRow[]>();
  for (const row of await readRows(Milestone.table, query)) {
    const id = textOf(row, Milestone.id);
    byMilestone.set(id, [...(byMilestone.get(id) ?? []), row]);
  }
  return [...byMilestone.values()].flatMap(([row, ...others]) => (row ? [toScheduled(row, others, currency)] : []));
}

function toScheduled(row: RawRow, others: readonly RawRow[], currency: Currency): ScheduledRow {
  const statuses = [row, ...others].flatMap((each) => numberOf(each, `s.${MilestoneSplit.BillingStatus}`) ?? []);
  return {
    name: textOf(row, Milestone.Name),
    date: plainDate(textOf(row, Milestone.Date).slice(0, 10)),
    amountMinor: storedAmountOrZero(decimalOf(row, Milestone.Amount), currency),
    taxMinor: storedAmountOrZero(decimalOf(row, Milestone.Tax), currency),
    isOpen: isOpenMilestone({
      headerStatus: headerStatusOf(row, Milestone.HeaderStatus),
      // Whether a split once stood on a confirmed invoice no column tells; the server knows, and its preview says so.
      splits: statuses.map((status) => ({
        billingStatus: sourceStatusWords.toWord(status as BillingStatus),
        wasInvoiced: false,
      })),
    }),
  };
}
