import type { Row } from '@bbl/dataverse/ports';
import { isKind } from '@bbl/dataverse/ports';
import { rowNotFound } from '../../faults';
import type { UpdateRequest } from '../requests';
import { stampModified } from '../rows/audit';
import { checkedRow } from '../rows/check';
import { completeFullName, fullNameContext } from '../rows/fullName';
import { completeMoney, moneyContext } from '../rows/money';
import { setOwner } from '../rows/owner';
import { type RowPlan, writablePlan } from '../rows/plan';
import { completeState, needsCurrentState } from '../rows/state';
import type { Scope } from '../scope';
import { runStages } from '../stages';
import { noteWrite } from '../writes';
import { assignRelated } from './assign';
import { moveOwnedRows } from './moveOwner';
import { checkVersion } from './version';

/** Update: also sets the state and assigns the row when `statecode` or `ownerid` is among the columns. */
export function update(request: UpdateRequest, scope: Scope): void {
  const { security, plans } = scope.engine;
  const plan = writablePlan(plans, request.table, 'Update');
  const target = withoutId(request.row, plan);
  const sent: Row = { ...target };

  runStages(
    {
      message: 'Update',
      table: request.table,
      id: request.id,
      knownId: request.id,
      target,
      authorize: () => {
        if (!request.isCascade) security.authorizeUpdate(scope.caller.userId, plan.table, request.id, sent);
        checkVersion(request, scope);
      },
      main: () => updateRow(request.id, target, plan, scope),
    },
    scope,
  );
}

function updateRow(id: string, target: Row, plan: RowPlan, scope: Scope): void {
  const { engine, caller, unit } = scope;
  const table = plan.table.name;
  const row = checkedRow(target, plan, 'Update');
  const current = readCurrent(id, row, plan, scope);
  completeState(row, stateOf(current), plan);
  completeFullName(row, current, plan);
  completeMoney(row, current, plan, engine.currencies);
  const owner = row['ownerid'];
  if (plan.isOwned && isKind(owner, 'lookup')) setOwner(row, owner, plan, engine.security);
  stampModified(row, caller, unit.now, plan);
  engine.store.update(table, id, row);
  noteWrite(table, scope);
  moveOwnedRows(table, id, row, scope);
  if (plan.isOwned && isKind(owner, 'lookup'))
    assignRelated({ table, id, owner, previousOwner: ownerIdOf(current) }, scope);
}

/** Clients may repeat the id in the row; it is no change. */
function withoutId(row: Row, { table }: RowPlan): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => column !== table.primaryId));
}

/** What the change depends on; nothing is read when it depends on nothing. */
function readCurrent(id: string, row: Row, plan: RowPlan, { engine }: Scope): Row | null {
  const columns = [...moneyContext(row, plan), ...fullNameContext(row, plan)];
  if (plan.state && needsCurrentState(row)) columns.push('statecode');
  if (plan.isOwned && row['ownerid'] !== undefined) columns.push('ownerid');
  if (columns.length === 0) return null;
  const current = engine.store.get(plan.table.name, id, columns);
  if (!current) throw rowNotFound(plan.table.name, id);
  return current;
}

const ownerIdOf = (row: Row | null): string => (isKind(row?.['ownerid'], 'lookup') ? row['ownerid'].id : '');

/** -1 stands for a state that was not read because the change does not ask for it. */
function stateOf(row: Row | null): number {
  const state = row?.['statecode'];
  return isKind(state, 'choice') ? state.v : -1;
}
