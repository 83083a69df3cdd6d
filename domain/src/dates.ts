export * from './dates/plainDate';
