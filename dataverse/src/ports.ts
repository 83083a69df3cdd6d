export * from './ports/values';
export * from './ports/service';
export * from './ports/execution';
