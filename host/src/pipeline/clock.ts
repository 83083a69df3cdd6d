/** The time the whole host works with: rows, rules and relative date filters. */
export interface Clock {
  /** UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
  now(): string;
}

/** The machine's clock until it is set; then it stands still, so that what is tested can be repeated. */
export class SettableClock implements Clock {
  private fixed: string | null = null;

  /** @param now an ISO time, or null to follow the machine's clock again. @returns false when it is no time. */
  set(now: string | null): boolean {
    if (now === null) {
      this.fixed = null;
      return true;
    }
    const time = new Date(now);
    if (Number.isNaN(time.getTime())) return false;
    this.fixed = toSeconds(time);
    return true;
  }

  now(): string {
    return this.fixed ?? toSeconds(new Date());
  }
}

const toSeconds = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`;
