import type { Row } from '@bbl/dataverse/ports';
import { isKind } from '@bbl/dataverse/ports';
import { newId } from '../ids';
import type { CreateRequest } from '../requests';
import { stampCreated } from '../rows/audit';
import { checkedRow } from '../rows/check';
import { completeFullName } from '../rows/fullName';
import { completeMoney } from '../rows/money';
import { ownerOf, setOwner } from '../rows/owner';
import { type RowPlan, writablePlan } from '../rows/plan';
import { completeState } from '../rows/state';
import type { Scope } from '../scope';
import { runStages } from '../stages';
import { noteWrite } from '../writes';

/** Create: the row with everything the platform adds. @returns its id, the client's where one was given. */
export function create(request: CreateRequest, scope: Scope): string {
  const { security, plans } = scope.engine;
  const plan = writablePlan(plans, request.table, 'Create');
  const { [plan.table.primaryId]: sentId, ...target } = request.row;
  const knownId = request.id ?? (isKind(sentId, 'guid') ? sentId.v : '');
  const id = knownId === '' ? newId() : knownId;
  const sent: Row = { ...target };

  runStages(
    {
      message: 'Create',
      table: request.table,
      id,
      knownId,
      target,
      authorize: () => security.authorizeCreate(scope.caller.userId, plan.table, sent),
      main: () => insertRow(id, target, plan, scope),
    },
    scope,
  );
  return id;
}

function insertRow(id: string, target: Row, plan: RowPlan, scope: Scope): void {
  const { engine, caller, unit } = scope;
  const row: Row = { ...plan.defaults, ...checkedRow(target, plan, 'Create') };
  completeState(row, null, plan);
  completeFullName(row, null, plan);
  completeMoney(row, null, plan, engine.currencies);
  engine.autoNumbers.fill(row, plan);
  if (plan.isOwned) setOwner(row, ownerOf(row, caller.userId), plan, engine.security);
  stampCreated(row, caller, unit.now, plan);
  engine.store.insert(plan.table.name, id, row);
  noteWrite(plan.table.name, scope);
}
