export * from './query/ast';
export { findColumn } from './query/catalogue';
export { VERSION_COLUMN } from './versionColumn';
export { QueryFault, QueryFaultCode } from './query/fault';
export { parseFetchXml } from './query/fetchXml/parse';
export { parseODataQuery, type QueryOptions } from './query/odata/parse';
export { writeSkipToken } from './query/odata/skipToken';
export { type DateRange, dateRange, isDateOperator, isUserOperator, userIds } from './query/relative';
export { canonicalDate, canonicalDateTime, canonicalDecimal, canonicalGuid } from './query/scalars';
