export * from './guard/serverWrites';
