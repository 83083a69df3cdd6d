import { readCommandLine, UsageError } from './options';

describe('the command line', () => {
  test('has defaults', () => {
    expect(readCommandLine([])).toEqual({
      port: 4810,
      data: '.data',
      token: undefined,
      seed: 'demo',
      solution: undefined,
    });
  });

  test('takes values behind a space or an equals sign', () => {
    expect(
      readCommandLine(['--port', '0', '--data=:memory:', '--token', 't', '--seed=none', '--solution', 'a.zip']),
    ).toEqual({
      port: 0,
      data: ':memory:',
      token: 't',
      seed: 'none',
      solution: 'a.zip',
    });
  });

  test.each([
    [['--port', 'x']],
    [['--port', '70000']],
    [['--seed', 'full']],
    [['--token', 'a b']],
    [['--nonsense', '1']],
    [['--data']],
  ])('%j is refused with a sentence', (args) => {
    expect(() => readCommandLine(args)).toThrow(UsageError);
  });
});
