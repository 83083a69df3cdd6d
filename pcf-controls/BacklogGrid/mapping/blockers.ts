import { ContractLine, MilestoneSplit } from '@bbl/dataverse/generated/tables';
import { lineTypeWords, sourceStatusWords } from '@bbl/dataverse/mapping/choices';
import { productMarkBlockers } from '@bbl/domain/contract/productLine';
import { markBlockers } from '@bbl/domain/milestone/markSplit';
import type { Mark } from '@bbl/domain/statuses';
import type { Violation } from '@bbl/domain/violation';
import type { EntityRecord } from './dataset';
import { referenceOf } from './dataset';
import type { Blockers } from './rows';
import type { Resources } from './texts';
import { ruleSentence } from './texts';

/**
 * What keeps a record from being marked, by the rules of the server, as far as the view's columns tell. What they do
 * not tell (the contract's status) is taken as free: the server's answer is the law, this is a courtesy.
 */
type Rule = (record: EntityRecord) => readonly Violation[];

const UNKNOWN_CONTRACT = 'Confirmed';

const RULES: { readonly [table: string]: Rule } = {
  [MilestoneSplit.table]: (record) => {
    const billingStatus = sourceStatusWords.wordOf(choiceValue(record, MilestoneSplit.BillingStatus));
    if (billingStatus === undefined) return [];
    const split = {
      name: record.getFormattedValue(MilestoneSplit.Name),
      billingStatus,
      invoiceName: nameOf(record, MilestoneSplit.InvoiceId),
      contractStatus: UNKNOWN_CONTRACT,
    } as const;
    return markBlockers(split, markFrom(billingStatus));
  },
  [ContractLine.table]: (record) => {
    const billingStatus = sourceStatusWords.wordOf(choiceValue(record, ContractLine.BillingStatus));
    if (billingStatus === undefined) return [];
    const line = {
      lineType: lineTypeWords.wordOf(choiceValue(record, ContractLine.LineType)) ?? 'Product',
      billingStatus,
      invoiceName: nameOf(record, ContractLine.InvoiceId),
      contractStatus: UNKNOWN_CONTRACT,
    } as const;
    return productMarkBlockers(line, markFrom(billingStatus));
  },
};

/** The sentences of a table's rule; for tables without marks every row is free. */
export function blockersOf(table: string, resources: Resources): Blockers {
  const rule = RULES[table];
  return rule ? (record) => rule(record).map((violation) => ruleSentence(violation, resources)) : () => [];
}

/** The mark that would change a row in this status. */
const markFrom = (status: string): Mark => (status === 'Ready' ? 'NotReady' : 'Ready');

const choiceValue = (record: EntityRecord, column: string): number => Number(record.getValue(column));

const nameOf = (record: EntityRecord, column: string): string => referenceOf(record, column)?.name ?? '';
