export * from './money/amount';
export * from './money/minorUnits';
export * from './money/percent';
export * from './money/quantity';
export * from './money/rounding';
