export * from './dates/plainDate';
export * from './dates/typedDates';
