export * from './guard/serverWrites';
export * from './guard/trust';
