import {
  type Currency,
  type Field,
  isPlainDate,
  type MinorUnits,
  ok,
  parseAmount,
  parsePercent,
  parsePlainDate,
  parseQuantity,
  percent,
  type Percent,
  type PlainDate,
  type Quantity,
  type Ruling,
  type Violation,
} from '@bbl/domain';

type Sent<T> = T | null | undefined;

/**
 * Reads what a caller sent: undefined is not sent, null is emptied. What cannot be read adds its violations here and
 * counts as empty, so that a handler judges the whole row and refuses once with every reason. domain.md 2.1-4.
 */
export class SentValues {
  readonly violations: Violation[] = [];

  constructor(private readonly currency: Currency) {}

  /** GRD-09, GRD-11. */
  amount(text: Sent<string>, field: Field): Sent<MinorUnits> {
    return this.read(text, (given) => parseAmount(given, this.currency, field));
  }

  /** SPL-07. */
  percent(text: Sent<string>, field?: Field): Sent<Percent> {
    return this.read(text, (given) => parsePercent(given, field));
  }

  /** A percentage that may lie outside 0 to 100, which a rule of its own judges. SPL-07 for what is none. */
  share(text: Sent<string>, field: Field): Sent<Percent> {
    return this.read(text, (given) => {
      const reading = parseQuantity(given, field); // Four decimals as well.
      return reading.ok ? ok(percent(reading.value)) : parsePercent(given, field);
    });
  }

  /** GRD-11. */
  quantity(text: Sent<string>, field?: Field): Sent<Quantity> {
    return this.read(text, (given) => parseQuantity(given, field));
  }

  /** GRD-11. */
  date(text: Sent<string>, field: Field): Sent<PlainDate> {
    if (typeof text === 'string' && isPlainDate(text)) return text;
    return this.read(text, (given) => parsePlainDate(given, field));
  }

  private read<T>(text: Sent<string>, parse: (text: string) => Ruling<T>): Sent<T> {
    if (text === null || text === undefined) return text;
    const reading = parse(text);
    if (reading.ok) return reading.value;
    this.violations.push(...reading.error);
    return null;
  }
}

/** Only the fields that were sent: exact optional types know no undefined. */
export function sentOnly<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const sent: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  for (const key in values) {
    const value = values[key];
    if (value !== undefined) sent[key] = value as Exclude<T[typeof key], undefined>;
  }
  return sent;
}
