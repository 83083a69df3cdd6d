export * from './milestone/headerStatus';
export * from './milestone/markSplit';
export * from './milestone/transitions';
export * from './milestone/createMilestone';
export * from './milestone/editMilestone';
export * from './milestone/milestone';
export * from './milestone/planSplits';
export * from './milestone/splitUpdates';
