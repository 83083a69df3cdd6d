import { performance } from 'node:perf_hooks';
import type { ExecutionContext, ExecutionOutcome, ParentContext } from '@bbl/dataverse/ports';
import { FaultCode, HostFault } from '../faults';
import type { Scope } from './scope';
import { openServiceBridge } from './serviceBridge';
import type { Recording } from './trace';

/** A step of mode 1 with the context it will run with. */
export interface PendingStep {
  readonly name: string;
  readonly context: ExecutionContext;
  readonly scope: Scope;
}

export type Success = Extract<ExecutionOutcome, { ok: true }>;

/**
 * Runs one handler of the bundle. A refusal becomes 400 with 0x80040265 and its own text, a fault of a service call
 * keeps its code, anything else is a bug: a plain sentence for the client, the details for the trace.
 */
export function runStep(name: string, context: ExecutionContext, scope: Scope): Success {
  const { engine, unit } = scope;
  unit.checkTime();
  const parents = [context, ...context.parents].map(asParent);
  const calls: Recording['calls'][number][] = [];
  const bridge = openServiceBridge((identity) => scope.below(parents, identity));
  const recorder = engine.trace.recorder;
  const port = recorder ? recording(bridge.port, calls) : bridge.port;
  const contextJson = JSON.stringify(context);
  const startedMs = performance.now();

  const outcome = execute(() => engine.rules.execute(contextJson, port));

  engine.trace.addStep({
    correlationId: unit.correlationId,
    step: name,
    message: context.message,
    table: context.table,
    stage: context.stage,
    mode: context.mode,
    depth: context.depth,
    rowId: context.rowId,
    at: context.now,
    durationMs: performance.now() - startedMs,
    serviceCalls: bridge.counts,
    lines: outcome.trace ?? [],
    ...verdictOf(outcome),
  });
  recorder?.({ context, calls, outcome });
  if (!outcome.ok) throw faultOf(outcome, scope);
  unit.checkTransaction();
  return outcome;
}

/** What steps below this one see of it: where they are, but not the variables of its message. */
const asParent = ({ message, table, stage, depth, userId }: ParentContext): ParentContext => ({
  message,
  table,
  stage,
  depth,
  userId,
  sharedVariables: {},
});

function execute(run: () => string): ExecutionOutcome {
  try {
    return JSON.parse(run()) as ExecutionOutcome;
  } catch (error) {
    return { ok: false, fault: { code: '', message: error instanceof Error ? (error.stack ?? '') : String(error) } };
  }
}

function recording(port: (json: string) => string, calls: Recording['calls'][number][]) {
  return (requestJson: string): string => {
    const answerJson = port(requestJson);
    calls.push({ request: JSON.parse(requestJson), answer: JSON.parse(answerJson) });
    return answerJson;
  };
}

function verdictOf(outcome: ExecutionOutcome): { outcome: 'ok' | 'refused' | 'fault'; code?: string; detail?: string } {
  if (outcome.ok) return { outcome: 'ok' };
  if ('refused' in outcome) return { outcome: 'refused', code: outcome.refused.code, detail: outcome.refused.message };
  return { outcome: 'fault', code: outcome.fault.code, detail: outcome.fault.message };
}

function faultOf(outcome: Exclude<ExecutionOutcome, Success>, { unit }: Scope): HostFault {
  if ('refused' in outcome) return new HostFault(400, FaultCode.IsvAborted, outcome.refused.message);
  const { code, message } = outcome.fault;
  if (code !== '') {
    const known = unit.knownFault(code);
    // The very fault that was raised: it knows its status, and its cause for the trace.
    return known?.message === message ? known : new HostFault(known?.httpStatus ?? statusOf(code), code, message);
  }
  const fault = new HostFault(
    500,
    FaultCode.Unexpected,
    `An unexpected error occurred from ISV code. Correlation id: ${unit.correlationId}.`,
  );
  fault.cause = message;
  return fault;
}

/** The status of a fault that a step passed on from a read. */
function statusOf(code: string): number {
  if (code === FaultCode.ObjectDoesNotExist) return 404;
  if (code === FaultCode.PrivilegeDenied || code === FaultCode.ColumnSecurity) return 403;
  if (code === FaultCode.VersionMismatch) return 412;
  if (code === FaultCode.NotSupported) return 501;
  return 400;
}
