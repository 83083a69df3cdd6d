import { AGGREGATE_ROWS_MAX } from '@bbl/dataverse/query';
import { badRequest, FaultCode, type HostFault } from '../../faults';

export const unknownTable = (name: string): HostFault =>
  badRequest(FaultCode.UnknownTable, `The entity with a name = '${name}' was not found.`);

export const aggregateLimit = (rowsMax: number): HostFault =>
  badRequest(
    FaultCode.AggregateLimit,
    rowsMax === AGGREGATE_ROWS_MAX
      ? 'The maximum record limit is exceeded. Reduce the number of records.'
      : `The maximum record limit of ${rowsMax}, set by the query, is exceeded. Reduce the number of records.`,
  );

export const badCookie = (): HostFault => badRequest(FaultCode.InvalidArgument, 'The paging cookie is not valid.');
