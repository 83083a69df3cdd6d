export * from './ports';
export * from './metadata';
