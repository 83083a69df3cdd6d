export * from './explain/check';
export * from './explain/explainProductLine';
export * from './explain/explainSplit';
