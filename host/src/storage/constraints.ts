import { FaultCode, HostFault } from '../faults';
import type { PhysicalTable } from './schema/model';
import { isSqliteError, type SqliteFailure } from './sqliteError';

const PRECONDITION_FAILED = 412;

/** Runs a write; what SQLite refuses becomes the platform's fault. `findMissing` names the lookup that points nowhere. */
export function guarded<T>(table: PhysicalTable, write: () => T, findMissing: () => HostFault | undefined): T {
  try {
    return write();
  } catch (error) {
    throw (isSqliteError(error) && faultOf(error, table, findMissing)) || error;
  }
}

function faultOf(
  error: SqliteFailure,
  table: PhysicalTable,
  findMissing: () => HostFault | undefined,
): HostFault | undefined {
  switch (error.code) {
    case 'SQLITE_CONSTRAINT_PRIMARYKEY':
      return new HostFault(
        PRECONDITION_FAILED,
        FaultCode.DuplicateRecord,
        'A record with matching key values already exists.',
      );
    case 'SQLITE_CONSTRAINT_UNIQUE':
      return duplicateKey(error.message, table);
    case 'SQLITE_CONSTRAINT_FOREIGNKEY':
      return findMissing();
    default:
      return undefined;
  }
}

/** SQLite names the columns, as in `UNIQUE constraint failed: contract.number:folded`. */
function duplicateKey(message: string, table: PhysicalTable): HostFault {
  const failed = new Set(message.slice(message.indexOf(': ') + 2).split(', '));
  const key = table.metadata.keys.find(({ columns }) => columns.every((column) => failed.has(indexed(table, column))));
  const attributes = (key?.columns ?? []).join(', ');
  return new HostFault(
    PRECONDITION_FAILED,
    FaultCode.DuplicateKey,
    `A record that has the attribute values ${attributes} already exists. The entity key ${key?.name ?? ''} requires that this set of attributes contains unique values. Select unique values and try again.`,
  );
}

function indexed(table: PhysicalTable, column: string): string {
  const physical = table.columns.get(column);
  return `${table.metadata.name}.${(physical?.folded ?? physical?.name ?? '').replaceAll('"', '')}`;
}
