import { Actual, Contract, ContractLine, Invoice, MilestoneSplit, Retainer } from '@bbl/dataverse/generated/tables';
import type { GroupValue } from '@bbl/pcf-shared/grid-core';
import type { ChoiceOption, TextKey, Texts } from '@bbl/pcf-shared/react';
import type { BacklogColumn } from './columns';
import type { EntityRecord } from './dataset';
import { referenceOf, splitColumnName } from './dataset';

/** What rows are grouped by, in the order of the choice. */
const TITLES = {
  contract: 'Grid_GroupContract',
  customer: 'Grid_GroupCustomer',
  milestone: 'Grid_GroupMilestone',
} as const satisfies { readonly [grouping: string]: TextKey };

type Grouping = keyof typeof TITLES;

/** The lookup behind each grouping of a table. */
const LOOKUPS: { readonly [table: string]: { readonly [grouping in Grouping]?: string } } = {
  [MilestoneSplit.table]: {
    contract: MilestoneSplit.ContractId,
    customer: MilestoneSplit.AccountId,
    milestone: MilestoneSplit.MilestoneId,
  },
  [Retainer.table]: { contract: Retainer.ContractId, customer: Retainer.AccountId },
  // Product lines know their customer through the contract, as far as the view shows it.
  [ContractLine.table]: { contract: ContractLine.ContractId, customer: `contract.${Contract.CustomerId}` },
  [Actual.table]: { contract: Actual.ContractId, customer: Actual.AccountId },
  [Invoice.table]: { contract: Invoice.ContractId, customer: Invoice.AccountId },
};

const isOwn = (column: string): boolean => splitColumnName(column).alias === undefined;

/** Columns to ask the platform for beside those of the view, so that rows know their groups. */
export const groupColumnsOf = (table: string): readonly string[] => Object.values(LOOKUPS[table] ?? {}).filter(isOwn);

/** What rows of a table can be grouped by, as far as their records tell: column keys and their names. */
export function groupingsOf(table: string, columns: readonly BacklogColumn[], texts: Texts): readonly ChoiceOption[] {
  const lookups = LOOKUPS[table] ?? {};
  return (Object.keys(TITLES) as Grouping[]).flatMap((grouping) => {
    const value = lookups[grouping];
    const isThere = value !== undefined && (isOwn(value) || columns.some(({ key }) => key === value));
    return isThere ? [{ value, label: texts(TITLES[grouping]) }] : [];
  });
}

/** The group of a record: the row that its lookup points to. Records without one stand together, without a title. */
export function groupValueOf(record: EntityRecord, lookup: string): GroupValue {
  const reference = referenceOf(record, lookup);
  return reference ? { key: reference.id, title: reference.name } : { key: '', title: '' };
}
