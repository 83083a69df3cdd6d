import { balanceViolations, formatPercent, HUNDRED_PERCENT, type Percent, percent, type Share } from '@bbl/domain';
import { ContractCustomer, ContractLineCustomer } from '@bbl/dataverse/generated/tables';
import { eq, fetch } from '@bbl/dataverse/fetch';
import { storedPercent } from '@bbl/dataverse/mapping';
import { decimalOf, type RawRow, readRows, textOf } from '../client/rawRow';
import { fill, TEXTS } from '../texts';
import { percentWords } from '../ui/figures';

/** A customer of a contract or of a line. */
export interface ShareRow extends Share {
  readonly id: string;
}

interface Level {
  readonly table: string;
  readonly id: string;
  readonly parent: string;
  readonly percent: string;
  readonly isRounding: string;
}

/** The customers below the tables that have some. */
const LEVELS: { readonly [table: string]: Level } = {
  bbl_contract: {
    table: ContractCustomer.table,
    id: ContractCustomer.id,
    parent: ContractCustomer.ContractId,
    percent: ContractCustomer.BillingSplit,
    isRounding: ContractCustomer.IsRounding,
  },
  bbl_contractline: {
    table: ContractLineCustomer.table,
    id: ContractLineCustomer.id,
    parent: ContractLineCustomer.ContractLineId,
    percent: ContractLineCustomer.BillingSplit,
    isRounding: ContractLineCustomer.IsRounding,
  },
};

export const levelOf = (table: string): Level | undefined => LEVELS[table];

/** The customers of a contract or of a line, in the order they were added. */
export async function readShares(parentTable: string, parentId: string): Promise<readonly ShareRow[]> {
  const level = levelOf(parentTable);
  if (!level) throw new Error(`${parentTable} has no customers.`);
  const query = fetch(level.table)
    .select(level.percent, level.isRounding)
    .where(eq(level.parent, parentId))
    .orderBy('createdon');
  return (await readRows(level.table, query)).map((row: RawRow) => ({
    id: textOf(row, level.id),
    percent: storedPercent(decimalOf(row, level.percent)),
    isRounding: row[level.isRounding] === true,
  }));
}

/** What the customers' tab says while the level cannot be used, and what to do; null when it can. domain.md 5.1-2. */
export function sharesNotice(shares: readonly Share[]): string | null {
  const violations = balanceViolations('', shares);
  if (violations.length === 0) return null;
  const total = percent(shares.reduce((sum, share) => sum + share.percent, 0));
  const sentences = violations.map(({ code }) => (code === 'BBL-SPL-01' ? totalSentence(total) : TEXTS.SharesRounding));
  return sentences.join(' ');
}

function totalSentence(total: Percent): string {
  const isShort = total < HUNDRED_PERCENT;
  const difference = percentWords(percent(Math.abs(HUNDRED_PERCENT - total)));
  return fill(TEXTS.SharesTotal, [
    percentWords(total),
    fill(isShort ? TEXTS.SharesMissing : TEXTS.SharesTooMuch, [difference]),
  ]);
}

/** 333,333 as 33.3333, exactly as the Web API takes it. */
export const percentNumber = (share: Percent): number => Number(formatPercent(share));
