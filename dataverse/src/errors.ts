export * from './errors/faultCodes';
