export * from './contract/contractStatus';
