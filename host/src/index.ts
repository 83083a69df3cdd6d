import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Host, type LoadedSolution, openHost } from './openHost';
import type { Seed } from './options';
import { SettableClock } from './pipeline/clock';
import { loadRulesFile, type RulesRuntime } from './pipeline/rules';
import { createServer } from './protocol/server';
import { findRoot } from './root';
import type { SeedStep } from './seed';
import { readFolder } from './solution/folder';
import { loadModel } from './solution/loadModel';
import { readPackage } from './solution/package';

export type { Host } from './openHost';
export type { Seed } from './options';
export type { Recording, RecordingSink } from './pipeline/trace';

export interface StartOptions {
  /** The checkout; found from where the program is when absent. */
  readonly root?: string;
  /** 0, the default: any free port. */
  readonly port?: number;
  /** Folder of the SQLite file; `:memory:`, the default, keeps nothing. */
  readonly data?: string;
  /** The access token; a random one when absent. */
  readonly token?: string;
  /** For an empty store; `none` by default. */
  readonly seed?: Seed;
  /** A packed solution, or a folder; `solution/` by default. */
  readonly solution?: string;
  /** The rules bundle's file, or the bundle itself; `build/plugins/rules.js` by default. */
  readonly rules?: string | RulesRuntime;
  /** Time that stands still, ISO; the machine's clock when absent. */
  readonly now?: string;
  /** Time a message and everything in it may take; the platform's two minutes by default. */
  readonly messageMsMax?: number;
  /** Whether the solution's model is kept below `.cache`; yes by default. */
  readonly cachesModel?: boolean;
  /** Gets whatever was no fault of a request. */
  readonly onBug?: (error: unknown) => void;
}

/** A host that answers requests. */
export interface RunningHost {
  /** `http://127.0.0.1:4810`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly token: string;
  /** Display name of the solution. */
  readonly name: string;
  readonly host: Host;
  close(): Promise<void>;
}

const RULES_GLOBAL = 'BblRules';
const MESSAGE_MS_MAX = 120_000;

/** Opens the store, sets up and seeds it where it is empty, and listens on 127.0.0.1. */
export async function startHost(options: StartOptions = {}): Promise<RunningHost> {
  const root = options.root ?? findRoot();
  const host = open(options, root);
  const token = options.token ?? randomBytes(24).toString('base64url');
  const { app, gate } = createServer(host, { token, shellFolder: join(root, 'build', 'shell') });
  try {
    await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  } catch (error) {
    host.close();
    throw error;
  }
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  gate.listensOn(port);
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    token,
    name: host.parts.solution.model.displayName,
    host,
    close: async () => {
      await app.close();
      host.close();
    },
  };
}

function open(options: StartOptions, root: string): Host {
  const cache = options.cachesModel === false ? undefined : join(root, '.cache', 'host');
  const clock = new SettableClock();
  if (options.now !== undefined && !clock.set(options.now)) throw new Error(`'${options.now}' is no ISO time`);
  return openHost(
    {
      system: load(readFolder(join(root, 'host', 'system')), cache),
      solution: load(readSource(options.solution ?? join(root, 'solution')), cache),
      dataFile: dataFileIn(options.data ?? ':memory:'),
      rules: rulesOf(options.rules ?? join(root, 'build', 'plugins', 'rules.js')),
      clock,
      messageMsMax: options.messageMsMax ?? MESSAGE_MS_MAX,
      demo: () => readDemo(join(root, 'host', 'demo')),
      onBug: options.onBug ?? warn,
    },
    options.seed ?? 'none',
  );
}

/** A bug behind a request is answered with 500; without a listener its details go to the process's warnings. */
function warn(error: unknown): void {
  process.emitWarning(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

function load(files: LoadedSolution['files'], cache: string | undefined): LoadedSolution {
  return { files, model: loadModel(files, cache, programVersion()) };
}

/** A model that an older program read may lack what this one looks for. */
const programVersion = (): string => (existsSync(__filename) ? String(statSync(__filename).mtimeMs) : '');

function readSource(path: string): LoadedSolution['files'] {
  if (!existsSync(path)) throw new Error(`there is no ${path}`);
  return statSync(path).isDirectory() ? readFolder(path) : readPackage(readFileSync(path));
}

const rulesOf = (rules: string | RulesRuntime): RulesRuntime =>
  typeof rules === 'string' ? loadRulesFile(rules, RULES_GLOBAL) : rules;

function dataFileIn(data: string): string {
  if (data === ':memory:') return data;
  mkdirSync(data, { recursive: true });
  return join(data, 'store.sqlite');
}

function readDemo(folder: string): readonly SeedStep[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as SeedStep[]);
}
