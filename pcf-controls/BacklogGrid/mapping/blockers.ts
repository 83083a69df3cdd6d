import { Contract, ContractLine, Invoice, Milestone, MilestoneSplit } from '@bbl/dataverse/generated/tables';
import { contractStatusWords, lineTypeWords, sourceStatusWords } from '@bbl/dataverse/mapping/choices';
import { productMarkBlockers } from '@bbl/domain/contract/productLine';
import type { SliceFacts } from '@bbl/domain/milestone/markSplit';
import { markBlockers } from '@bbl/domain/milestone/markSplit';
import type { ContractStatus, Mark } from '@bbl/domain/statuses';
import type { Violation } from '@bbl/domain/violation';
import type { BacklogColumn } from './columns';
import type { EntityRecord } from './dataset';
import { referenceOf, splitColumnName } from './dataset';
import type { Blockers } from './rows';
import type { Resources } from './texts';
import { ruleSentence } from './texts';

/**
 * What keeps a record from being marked, by the rules of the server, as far as the view's columns and those asked for
 * beside them tell. What they do not tell is taken as free: the server's answer is the law, this is a courtesy.
 */
type Rule = (facts: Facts) => readonly Violation[];

interface TableRule {
  readonly rule: Rule;
  /** Columns that the rule reads and views need not show. */
  readonly hiddenColumns: readonly string[];
  /** The lookup to the row's contract. */
  readonly contractColumn: string;
}

/** Contracts are looked up beside the view: no view of the backlog shows their status. */
export const CONTRACT_LINK = {
  name: Contract.table,
  from: Contract.id,
  linkType: 'outer',
  alias: 'contractofrow',
} as const;
const CONTRACT_STATUS = `${CONTRACT_LINK.alias}.${Contract.ContractStatus}`;
const CONTRACT_STATUS_UNKNOWN = 'Confirmed';

const RULES: { readonly [table: string]: TableRule } = {
  [MilestoneSplit.table]: {
    hiddenColumns: [MilestoneSplit.Round],
    contractColumn: MilestoneSplit.ContractId,
    rule: (facts) => {
      const billingStatus = sourceStatusWords.wordOf(facts.number(MilestoneSplit.BillingStatus));
      if (billingStatus === undefined) return [];
      const slice = openRemainderOf(facts);
      const split = {
        name: facts.text(MilestoneSplit.Name),
        billingStatus,
        invoiceName: facts.invoiceName(MilestoneSplit.InvoiceId),
        contractStatus: facts.contractStatus(),
        ...(slice && { slice }),
      } as const;
      return markBlockers(split, markFrom(billingStatus));
    },
  },
  [ContractLine.table]: {
    hiddenColumns: [ContractLine.LineType],
    contractColumn: ContractLine.ContractId,
    rule: (facts) => {
      const billingStatus = sourceStatusWords.wordOf(facts.number(ContractLine.BillingStatus));
      if (billingStatus === undefined) return [];
      const line = {
        lineType: lineTypeWords.wordOf(facts.number(ContractLine.LineType)) ?? 'Product',
        billingStatus,
        invoiceName: facts.invoiceName(ContractLine.InvoiceId),
        contractStatus: facts.contractStatus(),
      } as const;
      return productMarkBlockers(line, markFrom(billingStatus));
    },
  },
};

/** Columns to ask the platform for beside those of the view, so that the rules of a table have their facts. */
export const ruleColumnsOf = (table: string): readonly string[] => RULES[table]?.hiddenColumns ?? [];

/** The lookup that leads from rows of the table to their contract, where a rule asks for it. */
export const contractColumnOf = (table: string): string | undefined => RULES[table]?.contractColumn;

/** The sentences of a table's rule; for tables without marks every row is free. */
export function blockersOf(table: string, columns: readonly BacklogColumn[], resources: Resources): Blockers {
  const rule = RULES[table]?.rule;
  if (!rule) return () => [];
  return (record) => rule(new Facts(record, columns)).map((violation) => ruleSentence(violation, resources));
}

/** The mark that would change a row in this status. */
const markFrom = (status: string): Mark => (status === 'Ready' ? 'NotReady' : 'Ready');

/** A slice in round 0 of a progress-based milestone, where the view shows the milestone's next invoice status. domain.md 3.4. */
function openRemainderOf(facts: Facts): SliceFacts | undefined {
  const nextInvoiceStatus = sourceStatusWords.wordOf(facts.number(Milestone.NextInvoiceStatus));
  if (facts.number(MilestoneSplit.Round) !== 0 || nextInvoiceStatus === undefined) return undefined;
  const isEmpty = facts.number(MilestoneSplit.Amount) === 0 && facts.number(MilestoneSplit.Tax) === 0;
  return { round: 0, isEmpty, nextInvoiceStatus };
}

/** The values of a record by column, those of linked tables too; what a record does not hold is not a number. */
class Facts {
  constructor(
    private readonly record: EntityRecord,
    private readonly columns: readonly BacklogColumn[],
  ) {}

  number(column: string): number {
    const value: unknown = this.record.getValue(this.keyOf(column));
    return value === null || value === undefined || value === '' ? NaN : Number(value);
  }

  contractStatus(): ContractStatus {
    return contractStatusWords.wordOf(this.number(CONTRACT_STATUS)) ?? CONTRACT_STATUS_UNKNOWN;
  }

  text(column: string): string {
    return (this.record.getFormattedValue(this.keyOf(column)) as string | null) ?? '';
  }

  /** The invoice's number where the view shows it: drafts of one contract have one name. */
  invoiceName(lookup: string): string {
    return this.text(Invoice.Number) || (referenceOf(this.record, this.keyOf(lookup))?.name ?? '');
  }

  private keyOf(column: string): string {
    return this.columns.find(({ key }) => splitColumnName(key).column === column)?.key ?? column;
  }
}
