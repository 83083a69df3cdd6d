export * from './package/layout';
export * from './package/pack';
export * from './package/unpack';
export * from './package/zipCheck';
