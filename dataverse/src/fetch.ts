export * from './query/build';
