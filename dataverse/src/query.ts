export * from './query/ast';
export { QueryFault, QueryFaultCode } from './query/fault';
