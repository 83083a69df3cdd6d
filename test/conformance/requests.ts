import type { Dice } from './dice';
import type { Kind, World } from './world';

/** One request of somebody who bills, or tries what must not be. */
export interface Request {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  /** What a created row is, so that later requests find it. */
  readonly makes?: Kind;
  /** Rows that the server may have made besides; they are looked up. */
  readonly leads?: readonly Kind[];
}

export type Chooser = (world: World, dice: Dice) => Request;

const TODAY = '2026-03-31';
const DATES = ['2026-01-31', '2026-02-28', TODAY];
const ODD_DATES = ['2024-02-29', '2026-04-01', '2027-12-31'];
const AMOUNTS = [1, 20, 100, 1000, 12345];
const ODD_AMOUNTS = [0, 0.01, 0.02, 99.99, 100.01, -5, 1.0005, 922337203685477];
const PERCENTS = [10, 12.5, 20, 33.3333, 50];
const ODD_PERCENTS = [0, 60, 100, 101, 33.33333];

export const usually = <T>(dice: Dice, usual: readonly T[], odd: readonly T[]): T =>
  dice.pick(dice.chance(80) ? usual : odd);
export const amount = (dice: Dice): number => usually(dice, AMOUNTS, ODD_AMOUNTS);
export const percent = (dice: Dice): number => usually(dice, PERCENTS, ODD_PERCENTS);
export const date = (dice: Dice): string => usually(dice, DATES, ODD_DATES);
export const maybe = (dice: Dice, percentage: number, columns: object): object =>
  dice.chance(percentage) ? columns : {};
export const call = (name: string, body: object): Request => ({ method: 'POST', path: name, body });
