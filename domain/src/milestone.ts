export * from './milestone/headerStatus';
export * from './milestone/markSplit';
export * from './milestone/transitions';
