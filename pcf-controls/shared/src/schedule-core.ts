export * from './schedule-core/changes';
export * from './schedule-core/draft';
export * from './schedule-core/keys';
export * from './schedule-core/rows';
export * from './schedule-core/state';
export * from './schedule-core/timeline';
