import { performance } from 'node:perf_hooks';

/** Milliseconds of the middle of `runs` runs: one slow moment of a noisy machine does not count. */
export async function medianMs(runs: number, work: () => Promise<void> | void): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const startMs = performance.now();
    await work();
    times.push(performance.now() - startMs);
  }
  return median(times);
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export interface Measurement {
  readonly what: string;
  readonly ms: number;
  readonly against: string;
  readonly againstMs: number;
  /** The budget as a ratio `againstMs / ms`, where the design names one. */
  readonly ratioMin?: number;
}

/** A table of measurements; a missed budget is named, not hidden. */
export function report(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ what, ms, against, againstMs, ratioMin }) => {
    const ratio = againstMs / ms;
    const verdict = ratioMin === undefined ? '–' : `≥ ${ratioMin} ${ratio >= ratioMin ? 'met' : 'MISSED'}`;
    return `| ${what} | ${ms.toFixed(1)} | ${against} | ${againstMs.toFixed(1)} | ${ratio.toFixed(2)} | ${verdict} |`;
  });
  return ['| What | ms | Against | ms | Ratio | Budget |', '|---|---|---|---|---|---|', ...rows].join('\n');
}
