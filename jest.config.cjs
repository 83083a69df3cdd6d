/** One project a folder, so that a failure names where it belongs; TypeScript goes through swc, types are checked by `tsc`. */
const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'classic' } },
        target: 'es2022',
      },
      module: { type: 'commonjs' },
    },
  ],
};
const project = (displayName, folders, testEnvironment = 'node') => ({
  displayName,
  rootDir: __dirname,
  roots: folders.map((folder) => `<rootDir>/${folder}`),
  testEnvironment,
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '/build/', '/dist/', '/out/'],
  modulePathIgnorePatterns: ['<rootDir>/build/', '<rootDir>/tools/empty-fs/'],
  transform,
});

module.exports = {
  // No test is about time: a busy machine is no failure, a hanging one is.
  testTimeout: 120_000,
  projects: [
    project('domain', ['domain']),
    project('dataverse', ['dataverse']),
    project('plugins', ['plugins']),
    project('webresources', ['webresources'], 'jsdom'),
    project('pcf-controls', ['pcf-controls'], 'jsdom'),
    project('host', ['host']),
    project('tools', ['tools']),
    project('test', ['test']),
  ],
};
