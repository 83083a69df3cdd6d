import type { RowAccess } from '../store';
import type { PhysicalModel, PhysicalTable } from '../schema/model';
import { SHARES } from '../schema/shares';
import { type Fragment, fragment, join, type Parameter, wrap } from './fragment';

type Owned = Extract<RowAccess, { kind: 'owned' }>;

/** Bit of a share's mask that lets its principal read. */
const READ_RIGHT = 1;

/**
 * The condition under which a row of `table` is admitted; undefined when every row is. Only the kind of access goes into
 * the text: owners and business units are read from `accessAt` when the statement runs.
 */
export function accessSql(
  alias: string,
  table: PhysicalTable,
  access: RowAccess,
  model: PhysicalModel,
): Fragment | undefined {
  if (access.kind === 'all') return undefined;
  if (access.kind === 'none') return fragment('0');
  const owner = table.columns.get('ownerid');
  if (!owner) throw new Error(`Rows of ${table.metadata.name} have no owner; its access must be all or none`);
  const { name } = table.metadata;
  const at = (read: (owned: Owned) => Owned[keyof Owned] & (number | readonly string[])): Parameter => {
    return (run) => {
      const current = run.access(name);
      if (current.kind !== 'owned') throw new Error(`Access to ${name} changed its kind between two runs`);
      const value = read(current);
      return typeof value === 'number' ? value : JSON.stringify(value);
    };
  };
  const owners = at((owned) => owned.ownerIds);
  const units = at((owned) => owned.businessUnitIds);
  const ownerId = `${alias}.${owner.name}`;
  return wrap(
    '(',
    join(
      [
        fragment(`${ownerId} IN (SELECT value FROM json_each(?))`, owners),
        ...ownersOfUnits(ownerId, units, model),
        ...sharedWith(
          `${alias}.${table.id.name}`,
          owners,
          at((owned) => owned.sharedRight ?? READ_RIGHT),
          model,
        ),
      ],
      ' OR ',
    ),
    ')',
  );
}

function ownersOfUnits(ownerId: string, units: Parameter, model: PhysicalModel): readonly Fragment[] {
  return ['systemuser', 'team'].flatMap((principal) => {
    const table = model.get(principal);
    const unit = table?.columns.get('businessunitid');
    if (!table || !unit) return [];
    const inUnits = `${unit.name} IN (SELECT value FROM json_each(?))`;
    return [fragment(`${ownerId} IN (SELECT ${table.id.name} FROM ${table.name} WHERE ${inUnits})`, units)];
  });
}

function sharedWith(id: string, owners: Parameter, right: Parameter, model: PhysicalModel): readonly Fragment[] {
  const table = model.get(SHARES.table);
  const names = [SHARES.object, SHARES.principal, SHARES.mask].map((column) => table?.columns.get(column)?.name);
  const [object, principal, mask] = names;
  if (!table || names.includes(undefined)) return [];
  // Not EXISTS: with IN every branch of the OR can go through an index.
  const sql =
    `${id} IN (SELECT ${object} FROM ${table.name}` +
    ` WHERE ${principal} IN (SELECT value FROM json_each(?)) AND (${mask} & ?) <> 0)`;
  return [fragment(sql, owners, right)];
}
