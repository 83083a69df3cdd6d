import { performance } from 'node:perf_hooks';
import { HostFault } from '../faults';
import { newId } from './ids';
import type { PendingStep } from './runStep';

/** The platform's code for a message that took longer than the sandbox allows. */
const SANDBOX_TIMEOUT = '0x80040224';

/** What belongs to one outermost request: everything in it commits or rolls back together. */
export class UnitOfWork {
  /** Steps of mode 1, run after the commit. */
  readonly asynchronousSteps: PendingStep[] = [];
  /** Every service call that steps made, however deep. */
  serviceCalls = 0;
  /** Counts writes, so that an image that was read before can be reused when nothing was written since. */
  writes = 0;
  /** Whether a table was written from which the security module caches. */
  hasTouchedCachedTables = false;
  private firstFault: HostFault | undefined;
  private readonly startedMs = performance.now();

  constructor(
    /** UTC time of the whole request. */
    readonly now: string,
    private readonly messageMsMax: number,
    /** Whether the request came inside a change set; stage 10 then runs inside its transaction. */
    readonly isChangeSet = false,
    readonly correlationId = newId(),
  ) {}

  get elapsedMs(): number {
    return performance.now() - this.startedMs;
  }

  /** Throws when the request has used up its time. Checked between steps: a running step is not interrupted. */
  checkTime(): void {
    if (this.elapsedMs <= this.messageMsMax) return;
    throw new HostFault(
      500,
      SANDBOX_TIMEOUT,
      "Couldn't complete execution of the plug-in within the time limit of a message.",
    );
  }

  /** A write that failed inside a step ends the transaction, whatever the step does about it. */
  doom(fault: HostFault): void {
    this.firstFault ??= fault;
  }

  /** Throws when a step went on after a failed write, as the platform does. */
  checkTransaction(): void {
    if (this.firstFault) throw this.firstFault;
  }

  /** The fault a step reports back, with the status it had when it was raised. */
  knownFault(code: string): HostFault | undefined {
    return this.firstFault?.code === code ? this.firstFault : undefined;
  }
}
