import type { Row } from '@bbl/dataverse/ports';
import { choice, isKind } from '@bbl/dataverse/ports';
import { badRequest } from '../../faults';
import type { RowPlan } from './plan';

/** InvalidStateCodeStatusCode */
const INVALID_STATUS = '0x80048408';

/**
 * Completes state and status in place: a state without status gets its default, a status must belong to its state.
 * @param currentState state of the row before the change, null on create. Throws 0x80048408.
 */
export function completeState(row: Row, currentState: number | null, { state: plan, table }: RowPlan): void {
  if (!plan) return;
  const isCreate = currentState === null;
  const stateValue = isKind(row['statecode'], 'choice') ? row['statecode'].v : undefined;
  const statusValue = isKind(row['statuscode'], 'choice') ? row['statuscode'].v : undefined;
  if (!isCreate && stateValue === undefined && statusValue === undefined) return;

  const state = stateValue ?? currentState ?? plan.initialState;
  const status = statusValue ?? plan.defaultStatus.get(state);
  if (status === undefined || plan.stateOfStatus.get(status) !== state) {
    throw badRequest(
      INVALID_STATUS,
      `${String(statusValue)} is not a valid status code for state code ${state} on ${table.name}.`,
    );
  }
  if (isCreate || stateValue !== undefined) row['statecode'] = choice(state);
  row['statuscode'] = choice(status);
}

/** Whether {@link completeState} has to know the state before the change. */
export const needsCurrentState = (row: Row): boolean =>
  row['statuscode'] !== undefined && row['statecode'] === undefined;
