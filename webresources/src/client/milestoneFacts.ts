import {
  add,
  type ContractStatus,
  type Currency,
  type ExistingMilestone,
  type ExistingSplit,
  headerMarkBlockers,
  headerOutcome,
  isProgressBased,
  type Mark,
  markHeader,
  markSplit,
  plainDate,
} from '@bbl/domain';
import type { BillingStatus } from '@bbl/dataverse/generated/choices';
import { Contract, Milestone, MilestoneSplit } from '@bbl/dataverse/generated/tables';
import { fetch, isIn } from '@bbl/dataverse/fetch';
import {
  sourceStatusWords,
  storedAmountOrNull,
  storedAmountOrZero,
  calculatedPercent,
  storedPercent,
} from '@bbl/dataverse/mapping';
import type { RowFacts } from './port';
import { decimalOf, lookupOf, numberOf, type RawRow, textOf } from './rawRow';
import { contractStatusOf, headerStatusOf, sourceStatusOf } from './statuses';

/** A milestone header as the rules of marking see it. */
export interface MarkableMilestone {
  readonly milestone: ExistingMilestone;
  readonly contractStatus: ContractStatus;
  readonly currency: Currency;
}

/** What a person can put right on the milestone's own form: it is said when they try, and hides no button. */
const SAID_WHEN_TRIED: readonly string[] = ['BBL-PRG-01', 'BBL-PRG-02', 'BBL-PRG-03'];

/** Whether a mark would change the header's splits, or be refused for a figure that its form asks for. domain.md 3.1-6, 3.4-14 to 3.4-17. */
export function couldMark({ milestone, contractStatus, currency }: MarkableMilestone, mark: Mark): boolean {
  if (!isProgressBased(milestone)) {
    const outcomes = milestone.splits.map(({ name, billingStatus }) =>
      markSplit({ name, billingStatus, invoiceName: '', contractStatus }, mark),
    );
    return headerOutcome(outcomes) === 'changed';
  }
  const facts = { contractStatus, currency, invoiceNames: new Map<string, string>() };
  const blockers = headerMarkBlockers(milestone, mark, facts);
  if (blockers.length > 0) return blockers.every(({ code }) => SAID_WHEN_TRIED.includes(code));
  return markHeader(milestone, mark, facts).outcomes.outcome === 'changed';
}

const CURRENCY = {
  table: 'transactioncurrency',
  id: 'transactioncurrencyid',
  code: 'isocurrencycode',
  decimals: 'currencyprecision',
};

/** Headers come with their splits: a result row for each split, those of one header together. */
export const MILESTONE_READER = {
  query: (ids: readonly string[]) =>
    fetch(Milestone.table)
      .select(Milestone.Name, Milestone.Date, Milestone.Amount, Milestone.Tax, Milestone.HeaderStatus)
      .select(Milestone.ContractId, Milestone.NextInvoiceStatus, Milestone.NextInvoicePercent)
      .select(Milestone.NextInvoiceAmount, Milestone.OpenRound, Milestone.PercentAllotted)
      .where(isIn(Milestone.id, ids))
      .link(Contract.table, { from: Contract.id, to: Milestone.ContractId, alias: 'c' }, (contract) =>
        contract.select(Contract.ContractStatus),
      )
      .link(CURRENCY.table, { from: CURRENCY.id, to: CURRENCY.id, alias: 'u' }, (currency) =>
        currency.select(CURRENCY.code, CURRENCY.decimals),
      )
      .link(
        MilestoneSplit.table,
        { from: MilestoneSplit.MilestoneId, to: Milestone.id, alias: 's', type: 'outer' },
        (split) =>
          split
            .select(MilestoneSplit.id, MilestoneSplit.Name, MilestoneSplit.BillingStatus, MilestoneSplit.Round)
            .select(MilestoneSplit.Amount, MilestoneSplit.Tax, MilestoneSplit.BillingSplit, MilestoneSplit.IsRounding)
            .select(MilestoneSplit.ContractLineCustomerId),
      ),
  read: (rows: readonly RawRow[]): readonly RowFacts[] => {
    const byHeader = new Map<string, RawRow[]>();
    for (const row of rows) {
      const id = textOf(row, Milestone.id);
      byHeader.set(id, [...(byHeader.get(id) ?? []), row]);
    }
    return [...byHeader.values()].flatMap((group) => toFacts(group) ?? []);
  },
};

function toFacts(group: readonly RawRow[]): RowFacts | undefined {
  const [row] = group;
  if (!row) return undefined;
  const currency = { code: textOf(row, `u.${CURRENCY.code}`), decimals: Number(row[`u.${CURRENCY.decimals}`]) };
  return {
    id: textOf(row, Milestone.id),
    name: textOf(row, Milestone.Name),
    group: lookupOf(row, Milestone.ContractId),
    milestone: {
      milestone: toMilestone(row, group, currency),
      contractStatus: contractStatusOf(row, `c.${Contract.ContractStatus}`),
      currency,
    },
  };
}

function toMilestone(row: RawRow, group: readonly RawRow[], currency: Currency): ExistingMilestone {
  const nextStatus = numberOf(row, Milestone.NextInvoiceStatus);
  const percent = decimalOf(row, Milestone.NextInvoicePercent);
  return {
    name: textOf(row, Milestone.Name),
    date: plainDate(textOf(row, Milestone.Date).slice(0, 10)),
    amountMinor: storedAmountOrZero(decimalOf(row, Milestone.Amount), currency),
    taxMinor: storedAmountOrZero(decimalOf(row, Milestone.Tax), currency),
    headerStatus: headerStatusOf(row, Milestone.HeaderStatus),
    splits: group.flatMap((each) => toSplit(each, currency) ?? []),
    progress:
      nextStatus === undefined
        ? null
        : {
            nextInvoicePercent: percent === null ? null : calculatedPercent(percent),
            nextInvoiceAmountMinor: storedAmountOrNull(decimalOf(row, Milestone.NextInvoiceAmount), currency),
            nextInvoiceStatus: sourceStatusWords.toWord(nextStatus as BillingStatus),
            openRound: numberOf(row, Milestone.OpenRound) ?? null,
            percentAllotted: calculatedPercent(decimalOf(row, Milestone.PercentAllotted)),
            // Marks do not ask what was invoiced; the header's own columns show it.
            invoicedToDateMinor: storedAmountOrZero(null, currency),
            percentInvoiced: calculatedPercent(null),
            remainingAmountMinor: storedAmountOrZero(null, currency),
          },
  };
}

/** The split of a result row; a header without splits gives one row without. */
function toSplit(row: RawRow, currency: Currency): ExistingSplit | undefined {
  const id = textOf(row, `s.${MilestoneSplit.id}`);
  if (id === '') return undefined;
  const amountMinor = storedAmountOrZero(decimalOf(row, `s.${MilestoneSplit.Amount}`), currency);
  const taxMinor = storedAmountOrZero(decimalOf(row, `s.${MilestoneSplit.Tax}`), currency);
  return {
    id,
    lineCustomerId: textOf(row, `s.${MilestoneSplit.ContractLineCustomerId}`),
    accountId: '',
    name: textOf(row, `s.${MilestoneSplit.Name}`),
    date: plainDate(textOf(row, Milestone.Date).slice(0, 10)),
    amountMinor,
    taxMinor,
    amountAfterTaxMinor: add(amountMinor, taxMinor),
    billingStatus: sourceStatusOf(row, `s.${MilestoneSplit.BillingStatus}`),
    round: numberOf(row, `s.${MilestoneSplit.Round}`) ?? 0,
    percent: storedPercent(decimalOf(row, `s.${MilestoneSplit.BillingSplit}`)),
    isRounding: row[`s.${MilestoneSplit.IsRounding}`] === true,
    // No column tells it; the server knows and has the last word.
    wasInvoiced: false,
  };
}
