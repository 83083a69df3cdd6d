import { spawnSync } from 'node:child_process';

/** The commands as people run them, on a machine without the .NET SDK: nothing is found by name there. */
const LIB = __dirname;

function runWithoutSdk(code: string, env: Record<string, string> = {}): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: LIB,
    env: { PATH: '', ...env },
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

test('the tests of the plug-in assembly fail, say how to install the SDK and how to leave them out', () => {
  const { status, output } = runWithoutSdk(`
    import { runDotnet } from './dotnet.mjs';
    console.log(JSON.stringify(await runDotnet()));
  `);
  expect(status).toBe(0);
  expect(output).toContain('The .NET SDK 10 is missing. Install it from https://dotnet.microsoft.com/download');
  expect(output).toContain('BBL_SKIP_DOTNET=1 npm test');
  expect(output).toContain('{"passed":0,"failed":1}');
});

test('packing fails with the same word and without a stack', () => {
  const { status, output } = runWithoutSdk(`
    import { ensureAssembly } from './dotnet.mjs';
    import { runMain } from './say.mjs';
    await runMain(ensureAssembly);
  `);
  expect(status).toBe(1);
  expect(output.trim().split('\n')).toEqual([expect.stringContaining('The .NET SDK 10 is missing.')]);
});

test('the closing line counts, and mentions what was left out', () => {
  const { output } = runWithoutSdk(`
    import { closingLine } from './results.mjs';
    const results = [{ passed: 2, failed: 0 }, { passed: 1, failed: 1 }];
    console.log(closingLine(results, { skipsDotnet: false }));
    console.log(closingLine(results, { skipsDotnet: true }));
  `);
  expect(output.trim().split('\n')).toEqual([
    '3 passed, 1 failed',
    '3 passed, 1 failed; left out: the plug-in assembly and the packages (BBL_SKIP_DOTNET=1)',
  ]);
});
