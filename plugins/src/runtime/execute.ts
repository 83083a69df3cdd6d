import { decodeRow, encodeRow } from '@bbl/dataverse/mapping';
import type { TableName } from '@bbl/dataverse/generated/tables';
import type { ExecutionContext, ExecutionOutcome, Row, ServicePort } from '@bbl/dataverse/ports';
import { FaultError } from './faultError';
import { decodeRequest, encodeResponse } from './apiValues';
import type { RegisteredApi, RegisteredStep, Step } from './handlers';
import { unknownOptionViolations } from './options';
import { refuseIfAny, Refusal } from './refusal';
import { openServices, type Services } from './service';
import { isOwnWrite } from './trust';

/** All handlers by key: `<table>/<message>.<stage>` or `api/<unique name>`, in lower case. */
export interface Registry {
  step(key: string): RegisteredStep | undefined;
  api(key: string): RegisteredApi | undefined;
}

/** Key of the handler that a context asks for. */
export function keyOf({ message, table, stage }: Pick<ExecutionContext, 'message' | 'table' | 'stage'>): string {
  return (stage === 30 ? `api/${message}` : `${table}/${message}.${stage}`).toLowerCase();
}

/** Where handlers translate what was sent. At pre-validation the guard refuses columns whatever they hold. */
const TRANSLATING_STAGE = 20;

/** Runs the handler of a context and says how it ended. A missing handler is a bug, never a silent success. */
export function run(context: ExecutionContext, port: ServicePort, registry: Registry): ExecutionOutcome {
  try {
    const services = openServices(port);
    return context.stage === 30 ? runApi(context, services, registry) : runStep(context, services, registry);
  } catch (error) {
    return outcomeOf(error);
  }
}

function runStep(context: ExecutionContext, services: Services, registry: Registry): ExecutionOutcome {
  const key = keyOf(context);
  const handler = registry.step(key);
  if (!handler) throw new Error(`No handler for ${key}`);
  // Who makes them has decided already.
  if (isOwnWrite(context)) return { ok: true };

  if (context.stage === TRANSLATING_STAGE) refuseIfAny(unknownOptionViolations(handler.table, context.target));
  const result = handler.run(stepOf(handler.table, context, services));
  return {
    ok: true,
    ...(result?.target && { target: encodeRow(handler.table, result.target) }),
    ...(result?.keep && { sharedVariables: result.keep }),
  };
}

function runApi(context: ExecutionContext, services: Services, registry: Registry): ExecutionOutcome {
  const key = keyOf(context);
  const handler = registry.api(key);
  if (!handler) throw new Error(`No handler for ${key}`);
  const request = decodeRequest(handler.name, context.parameters);
  return { ok: true, output: encodeResponse(handler.name, handler.run({ ...services, context, request })) };
}

function stepOf(table: TableName, context: ExecutionContext, services: Services): Step<TableName> {
  const plain = (row: Row | null) => (row ? decodeRow(table, row) : {});
  return {
    ...services,
    context,
    rowId: context.rowId,
    target: plain(context.target),
    get before() {
      if (!context.preImage) throw new Error(`${keyOf(context)} has no image of the row as it was`);
      return plain(context.preImage);
    },
    kept: (name) => keptText(context, name),
  };
}

/** Stage 10 runs in the outer pipeline: what it kept stands in the parent context of the stages after it. */
function keptText({ sharedVariables, parents, depth }: ExecutionContext, name: string): string | undefined {
  const outer = parents.filter((parent) => parent.depth === depth);
  const [value] = [sharedVariables, ...outer.map((parent) => parent.sharedVariables)]
    .map((variables) => variables[name])
    .filter((found) => typeof found === 'string');
  return typeof value === 'string' ? value : undefined;
}

/** A refusal tells its sentences; a fault keeps its code, or says in our words what it means; anything else is a bug. */
function outcomeOf(error: unknown): ExecutionOutcome {
  if (error instanceof Refusal) return refused(error);
  if (error instanceof FaultError) {
    const { fault } = error;
    return { ok: false, fault: { code: fault.code, message: fault.message } };
  }
  const text = error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error);
  return { ok: false, fault: { code: '', message: text } };
}

const refused = ({ code, message }: Refusal): ExecutionOutcome => ({ ok: false, refused: { code, message } });
