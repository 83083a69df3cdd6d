import { performance } from 'node:perf_hooks';
import { FaultCode, HostFault } from '../../faults';

/** Service protection limits of one user within a window. platform.md 4.3. */
export interface Limits {
  readonly requests: number;
  readonly executionSeconds: number;
  readonly windowSeconds: number;
}

export const PLATFORM_LIMITS: Limits = { requests: 6000, executionSeconds: 1200, windowSeconds: 300 };

interface Usage {
  startedMs: number;
  requests: number;
  executionMs: number;
}

/** Counts what each user asks of the host while limits are on; off by default. */
export class ProtectionLimits {
  private limits: Limits | null = null;
  private readonly usages = new Map<string, Usage>();

  set(limits: Limits | null): void {
    this.limits = limits;
    this.usages.clear();
  }

  /** Runs a request of the user. Throws 429 with the seconds to wait once a limit is reached. */
  run<T>(userId: string, work: () => T): T {
    if (!this.limits) return work();
    const usage = this.usageOf(userId, this.limits);
    check(usage, this.limits);
    usage.requests++;
    const startedMs = performance.now();
    try {
      return work();
    } finally {
      usage.executionMs += performance.now() - startedMs;
    }
  }

  private usageOf(userId: string, { windowSeconds }: Limits): Usage {
    const now = performance.now();
    const known = this.usages.get(userId);
    if (known && now - known.startedMs < windowSeconds * 1000) return known;
    const usage = { startedMs: now, requests: 0, executionMs: 0 };
    this.usages.set(userId, usage);
    return usage;
  }
}

function check(usage: Usage, limits: Limits): void {
  const waitSeconds = Math.max(1, Math.ceil(limits.windowSeconds - (performance.now() - usage.startedMs) / 1000));
  if (usage.requests >= limits.requests) {
    throw new HostFault(
      429,
      FaultCode.RequestsLimit,
      `Number of requests exceeded the limit of ${limits.requests} over time window of ${limits.windowSeconds} seconds.`,
      waitSeconds,
    );
  }
  if (usage.executionMs >= limits.executionSeconds * 1000) {
    throw new HostFault(
      429,
      FaultCode.TimeLimit,
      `Combined execution time of incoming requests exceeded limit of ${limits.executionSeconds * 1000} milliseconds over time window of ${limits.windowSeconds} seconds. Decrease number of concurrent requests or reduce the duration of requests and try again later.`,
      waitSeconds,
    );
  }
}
