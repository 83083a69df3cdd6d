/** What the command line sets. surface.md 7. */
export interface CommandLine {
  readonly port: number;
  readonly data: string;
  readonly token: string | undefined;
  readonly seed: Seed;
  /** A packed solution instead of the folder `solution/`. */
  readonly solution: string | undefined;
}

export type Seed = 'demo' | 'none';

export const SEEDS: readonly Seed[] = ['demo', 'none'];
const DEFAULTS: CommandLine = { port: 4810, data: '.data', token: undefined, seed: 'demo', solution: undefined };

/** Wrong use of the command line; the message is for the person who typed it. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** Reads `--name value` and `--name=value`. @throws UsageError */
export function readCommandLine(args: readonly string[]): CommandLine {
  let options = DEFAULTS;
  for (const [name, value] of pairsOf(args)) options = { ...options, ...readOption(name, value) };
  return options;
}

function pairsOf(args: readonly string[]): (readonly [name: string, value: string])[] {
  const pairs: (readonly [string, string])[] = [];
  for (let index = 0; index < args.length; index++) {
    const [name = '', inline] = splitOnce(args[index] ?? '');
    const value = inline ?? args[++index];
    if (value === undefined) throw new UsageError(`The option ${name} needs a value.`);
    pairs.push([name, value]);
  }
  return pairs;
}

function splitOnce(argument: string): readonly [string, string | undefined] {
  const equals = argument.indexOf('=');
  return equals < 0 ? [argument, undefined] : [argument.slice(0, equals), argument.slice(equals + 1)];
}

function readOption(name: string, value: string): Partial<CommandLine> {
  switch (name) {
    case '--port':
      return { port: readPort(value) };
    case '--data':
      return { data: value };
    case '--token':
      return { token: readToken(value) };
    case '--seed':
      return { seed: readSeed(value) };
    case '--solution':
      return { solution: value };
    default:
      throw new UsageError(`Unknown option ${name}. There are --port, --data, --token, --seed and --solution.`);
  }
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(port <= 65535)) throw new UsageError(`--port has to be a number from 0 to 65535, not '${text}'.`);
  return port;
}

/** A token stands in a cookie, a header and an address. */
function readToken(text: string): string {
  if (!/^[\w.~-]+$/.test(text)) throw new UsageError('--token may hold letters, digits, and the signs . _ ~ - only.');
  return text;
}

export function readSeed(text: string): Seed {
  const seed = SEEDS.find((known) => known === text);
  if (seed === undefined) throw new UsageError(`The seed has to be demo or none, not '${text}'.`);
  return seed;
}
