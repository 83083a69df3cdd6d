import { HostFault } from '../faults';
import type { Caller } from './caller';
import type { Engine } from './engine';
import type { MessageName, Messages, Parameters } from './requests';
import { runStep } from './runStep';
import { Scope } from './scope';
import { UnitOfWork } from './unitOfWork';

/** Runs one message of a change set; each may have a caller of its own. */
export type ChangeSetExecute = <M extends MessageName>(
  message: M,
  request: Messages[M]['request'],
  caller: Caller,
) => Messages[M]['response'];

/** The organisation service from outside: every request is one transaction, from pre-validation to the last step. */
export class Pipeline {
  constructor(readonly engine: Engine) {}

  /**
   * Runs one message for `caller`. Throws a HostFault; then nothing of it remains.
   * @param variables shared variables that came with the request.
   */
  execute<M extends MessageName>(
    message: M,
    request: Messages[M]['request'],
    caller: Caller,
    variables: Parameters = {},
  ): Messages[M]['response'] {
    const subject = { message: subjectOf(message, request), table: tableOf(request) };
    return this.run(subject, this.openUnit(false), caller, (unit) =>
      new Scope(this.engine, unit, { caller, depth: 1, parents: [], variables }).dispatch(message, request),
    );
  }

  /** Runs several messages as one transaction; `work` calls `execute` for each. */
  changeSet<T>(caller: Caller, work: (execute: ChangeSetExecute) => T): T {
    return this.run({ message: 'ChangeSet', table: '' }, this.openUnit(true), caller, (unit) =>
      work((message, request, own) =>
        new Scope(this.engine, unit, { caller: own, depth: 1, parents: [] }).dispatch(message, request),
      ),
    );
  }

  private openUnit(isChangeSet: boolean): UnitOfWork {
    return new UnitOfWork(this.engine.clock.now(), this.engine.limits.messageMsMax, isChangeSet);
  }

  private run<T>(
    subject: { readonly message: string; readonly table: string },
    unit: UnitOfWork,
    caller: Caller,
    work: (unit: UnitOfWork) => T,
  ): T {
    const { engine } = this;
    let failure: unknown;
    try {
      const result = engine.store.transaction(() => work(unit));
      this.runAsynchronousSteps(unit);
      return result;
    } catch (error) {
      failure = error;
      // What was remembered inside the transaction may never have been.
      if (unit.hasTouchedCachedTables) engine.forget();
      throw error;
    } finally {
      engine.trace.addMessage({
        correlationId: unit.correlationId,
        ...subject,
        userId: caller.userId,
        at: unit.now,
        durationMs: unit.elapsedMs,
        serviceCalls: unit.serviceCalls,
        ...verdictOf(failure),
      });
    }
  }

  /** Each in a transaction of its own; a failure stays in the trace, as in the platform's system jobs. */
  private runAsynchronousSteps(outer: UnitOfWork): void {
    const { engine } = this;
    const pending = [...outer.asynchronousSteps];
    for (let step = pending.shift(); step; step = pending.shift()) {
      const { name, context, scope } = step;
      const unit = new UnitOfWork(outer.now, engine.limits.messageMsMax, false, outer.correlationId);
      try {
        engine.store.transaction(() => runStep(name, context, scope.in(unit)));
        pending.push(...unit.asynchronousSteps);
      } catch (error) {
        if (unit.hasTouchedCachedTables) engine.forget();
        if (!(error instanceof HostFault)) throw error;
      }
    }
  }
}

const tableOf = (request: object): string => {
  if ('table' in request) return String(request.table);
  if ('query' in request) return String((request.query as { table: string }).table);
  return '';
};

const subjectOf = (message: string, request: object): string =>
  message === 'Execute' && 'message' in request ? String(request.message) : message;

function verdictOf(failure: unknown): { outcome: 'ok' | 'fault'; code?: string; detail?: string } {
  if (failure === undefined) return { outcome: 'ok' };
  if (!(failure instanceof Error)) return { outcome: 'fault', detail: String(failure) };
  const cause = failure.cause === undefined ? '' : ` | ${describe(failure.cause)}`;
  const detail = failure instanceof HostFault ? `${failure.message}${cause}` : (failure.stack ?? failure.message);
  return failure instanceof HostFault ? { outcome: 'fault', code: failure.code, detail } : { outcome: 'fault', detail };
}

const describe = (cause: unknown): string => (cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
