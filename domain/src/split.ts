export * from './split/percentages';
export * from './split/splitAmount';
export * from './split/splitQuantity';
