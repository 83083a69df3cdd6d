export * from './progress/markProgress';
export * from './progress/nextInvoice';
export * from './progress/openRound';
export * from './progress/progressMilestone';
export * from './progress/settle';
