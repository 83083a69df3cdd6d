export * from './grid-core';
