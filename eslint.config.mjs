import powerApps from '@microsoft/eslint-plugin-power-apps';
import tseslint from 'typescript-eslint';

const BROWSER = ['webresources/src/**/*.ts', 'pcf-controls/**/*.{ts,tsx}'];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/build/',
      '**/dist/',
      '**/out/',
      '**/bin/',
      '**/obj/',
      '.cache/',
      '.data/',
      'solution/',
      '**/generated/',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strict],
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: [] }, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-param-reassign': 'error',
      'prefer-const': 'error',
      'max-depth': ['error', 4],
      'max-params': ['error', 5],
      'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/unified-signatures': 'off',
    },
  },
  {
    files: ['domain/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'Date',
        'fetch',
        'Xrm',
        'window',
        'document',
        'process',
        'setTimeout',
        'setInterval',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Rules are deterministic.' },
        { object: 'Date', property: 'now', message: 'The clock comes with the facts.' },
      ],
    },
  },
  {
    files: BROWSER,
    ignores: ['**/*.test.{ts,tsx}', '**/testing/**'],
    plugins: { '@microsoft/power-apps': powerApps },
    rules: {
      ...powerApps.configs.paCheckerHosted.rules,
      'no-alert': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Solution checker: web-sdl-no-inner-html.' },
        { property: 'outerHTML', message: 'Solution checker: web-sdl-no-inner-html.' },
        { object: 'document', property: 'write', message: 'Solution checker: web-sdl-no-document-write.' },
        { object: 'document', property: 'cookie', message: 'Solution checker: web-sdl-no-cookies.' },
      ],
    },
  },
  {
    // Code components may not use web storage; a page of the app may hand over a text in the session's.
    files: ['pcf-controls/**/*.{ts,tsx}'],
    rules: { 'no-restricted-globals': ['error', 'localStorage', 'sessionStorage'] },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'test/**/*.ts', 'bench/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['bench/**/*.ts', 'tools/src/**/main.ts', 'host/src/main.ts'],
    rules: { 'no-console': 'off' },
  },
);
