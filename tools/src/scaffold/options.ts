/** What a person typed: `--name value`, repeatable, and `--flag`. Asked-for names are noted, so that others are refused. */
export class Options {
  private readonly values = new Map<string, string[]>();
  private readonly asked = new Set<string>();

  constructor(words: readonly string[]) {
    let name: string | undefined;
    for (const word of words) {
      if (word.startsWith('--')) {
        name = word.slice(2);
        if (!this.values.has(name)) this.values.set(name, []);
      } else if (name === undefined) {
        throw new Error(`"${word}" belongs to no option.`);
      } else {
        this.values.get(name)?.push(word);
      }
    }
  }

  /** Every value of an option that may be repeated. */
  all(name: string): readonly string[] {
    this.asked.add(name);
    return this.values.get(name) ?? [];
  }

  flag(name: string): boolean {
    this.asked.add(name);
    return this.values.has(name);
  }

  optional(name: string): string | undefined {
    const given = this.all(name);
    if (given.length > 1) throw new Error(`--${name} takes one value.`);
    return given[0];
  }

  text(name: string): string {
    const given = this.optional(name);
    if (given === undefined) throw new Error(`--${name} is missing.`);
    return given;
  }

  number(name: string, fallback?: number): number {
    const given = this.optional(name) ?? fallback?.toString();
    const number = Number(given);
    if (given === undefined || !Number.isFinite(number)) throw new Error(`--${name} takes a number.`);
    return number;
  }

  /** A value of a closed list; the first one when the option is left out. */
  oneOf<T extends string>(name: string, allowed: readonly T[]): T {
    const given = this.optional(name);
    const found = given === undefined ? allowed[0] : allowed.find((each) => each === given);
    if (found === undefined) throw new Error(`--${name} is one of ${allowed.join(', ')}.`);
    return found;
  }

  /** `a,b,c`; empty when left out. */
  list(name: string): readonly string[] {
    return (this.optional(name) ?? '').split(',').filter((each) => each !== '');
  }

  /** Refuses what no command asked for: a typing slip must not be ignored. */
  refuseOthers(): void {
    for (const name of this.values.keys()) {
      if (!this.asked.has(name)) throw new Error(`--${name} is no option of this command.`);
    }
  }
}

/** The option when it was given, as a property; otherwise nothing. */
export function given<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
}
