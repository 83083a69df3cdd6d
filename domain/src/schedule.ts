export * from './schedule/frequency';
export * from './schedule/generateMilestones';
export * from './schedule/mode';
export * from './schedule/runDates';
export * from './schedule/scheduleRows';
export * from './schedule/scheduleTotals';
export * from './schedule/spread';
