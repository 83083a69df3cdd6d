import { deactivationViolations, type Violation } from '@bbl/domain';
import type { TableName } from '@bbl/dataverse/generated/tables';
import { type RegisteredStep, type Step, step } from '../runtime/handlers';
import { refuseIfAny } from '../runtime/refusal';
import { createByHandViolations, deleteByHandViolations, isDeactivatable, sentColumnViolations } from './policies';

const ACTIVE_STATE = 0;
const ACTIVE_STATUS = 1;

/**
 * The guard of one table at pre-validation, where it sees what the caller sent. The server's own writes do not come
 * here. domain.md 0.1, 2.1-1, 2.1-6.
 */
export function guardCreate(table: TableName): RegisteredStep {
  return guarding(table, ({ target }) => {
    const byHand = createByHandViolations(table);
    // A row that nobody may create needs no word about its columns.
    if (byHand.length > 0) return byHand;
    return [...sentColumnViolations(table, Object.keys(target), 'create'), ...stateViolations(table, target)];
  });
}

export function guardUpdate(table: TableName): RegisteredStep {
  return guarding(table, ({ target }) => [
    ...sentColumnViolations(table, Object.keys(target), 'update'),
    ...stateViolations(table, target),
  ]);
}

export function guardDelete(table: TableName): RegisteredStep {
  return guarding(table, () => deleteByHandViolations(table));
}

function guarding(table: TableName, judge: (step: Step<TableName>) => readonly Violation[]): RegisteredStep {
  return step(table, (call) => {
    refuseIfAny(judge(call));
    return undefined;
  });
}

/** State columns that every own table has; sending the active values changes nothing. */
interface StateColumns {
  readonly statecode?: number | null;
  readonly statuscode?: number | null;
}

function stateViolations(table: TableName, target: object): Violation[] {
  const { statecode, statuscode }: StateColumns = target;
  const isActive = (statecode ?? ACTIVE_STATE) === ACTIVE_STATE && (statuscode ?? ACTIVE_STATUS) === ACTIVE_STATUS;
  return isActive ? [] : deactivationViolations(isDeactivatable(table));
}
