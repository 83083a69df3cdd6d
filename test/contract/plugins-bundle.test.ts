import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { parse, tokenizer } from 'acorn';

/** platform.md 4.7: what an engine without Node, DOM and Intl can run. */
const BYTES_MAX = 300 * 1024;
const FOREIGN: ReadonlySet<string> = new Set([
  ...['require', 'module', 'exports', 'process', 'Buffer', 'globalThis', 'window', 'document', 'self', 'URL'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'Intl', 'TextEncoder', 'TextDecoder'],
  ...['structuredClone', 'atob', 'btoa', 'console', 'crypto', 'performance', 'XMLHttpRequest', 'WebAssembly'],
]);
let code: string;

beforeAll(() => {
  const outDir = mkdtempSync(join(tmpdir(), 'rules-'));
  const build = `import { buildRules } from './build.mjs'; await buildRules({ outDir: process.argv[1] });`;
  const built = spawnSync(process.execPath, ['--input-type=module', '-e', build, outDir], {
    cwd: join(__dirname, '..', '..', 'plugins'),
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(built.stderr);
  code = readFileSync(join(outDir, 'rules.js'), 'utf8');
  rmSync(outDir, { recursive: true });
});

test('the bundle is one ES2020 script within its size', () => {
  expect(() => parse(code, { ecmaVersion: 2020, sourceType: 'script' })).not.toThrow();
  expect(Buffer.byteLength(code)).toBeLessThan(BYTES_MAX);
});

test('it names nothing but the language', () => {
  const named = new Set<string>();
  let before = '';
  for (const token of tokenizer(code, { ecmaVersion: 2020 })) {
    const { type, value } = token as typeof token & { readonly value?: unknown };
    const isMember = before === '.' || before === '?.';
    if (type.label === 'name' && !isMember && FOREIGN.has(String(value))) named.add(String(value));
    before = type.label;
  }
  expect([...named]).toEqual([]);
});

test('it answers where there is the language alone', () => {
  const context = createContext({});
  runInContext(code, context);
  expect(runInContext('BblRules.handlers().length', context)).toBeGreaterThan(0);
  const guarded = {
    ...{ message: 'Update', table: 'bbl_milestone', stage: 10, mode: 0, depth: 1, rowId: 'r', userId: 'u' },
    ...{
      systemUserId: 's',
      organizationId: 'o',
      correlationId: 'c',
      now: '2026-03-31T08:00:00Z',
      parents: [],
      sharedVariables: {},
    },
    ...{ target: { bbl_headerstatus: { t: 'choice', v: 482100002 } }, preImage: null, parameters: {} },
  };
  Object.assign(context, { contextJson: JSON.stringify(guarded) });
  expect(JSON.parse(runInContext('BblRules.execute(contextJson, () => "")', context) as string)).toEqual({
    ok: false,
    refused: { code: 'BBL-GRD-01', message: 'BBL-GRD-01: Header Status is set by the billing commands only.' },
  });
});

test('ADR 8: the server’s own writes are answered before the rules start', () => {
  const context = createContext({});
  // The rules cannot start without sets.
  runInContext('Set = undefined', context);
  runInContext(code, context);
  const parents = [
    { message: 'bbl_SetBillingStatus', table: '', stage: 30, depth: 1, userId: 'u', sharedVariables: {} },
  ];
  const own = {
    message: 'Update',
    table: 'bbl_milestone',
    stage: 10,
    depth: 2,
    userId: 's',
    systemUserId: 's',
    parents,
  };
  Object.assign(context, { contextJson: JSON.stringify(own) });
  expect(runInContext('BblRules.execute(contextJson, () => "")', context)).toBe('{"ok":true}');
  expect(() => runInContext('BblRules.handlers()', context)).toThrow('Set is not a constructor');
});
