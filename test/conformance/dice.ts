/** Chance with a seed: the same seed gives the same choices. */
export interface Dice {
  integer(min: number, max: number): number;
  /** True `percent` times in a hundred. */
  chance(percent: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Some of the items, in their order. */
  some<T>(items: readonly T[], countMax: number): T[];
}

/** Mulberry32: 32 bits of state are plenty for choosing requests. */
export function dice(seed: number): Dice {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    integer,
    chance: (percent) => next() * 100 < percent,
    pick: (items) => items[integer(0, items.length - 1)] as (typeof items)[number],
    some: (items, countMax) => {
      const start = integer(0, Math.max(0, items.length - 1));
      return items.slice(start, start + integer(1, countMax));
    },
  };
}
