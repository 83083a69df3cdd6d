import { join } from 'node:path';
import type { SolutionModel } from '@bbl/dataverse';
import { readSolution } from '@bbl/dataverse/solution';
import { type Host, openHost } from '../openHost';
import type { Seed } from '../options';
import { SettableClock } from '../pipeline/clock';
import { NO_RULES } from '../pipeline/rules';
import type { SeedStep } from '../seed';
import { readFolder } from '../solution/folder';
import { fixtureModel } from './fixtureModel';
import { rulesOf } from './rules';

export interface FixtureOptions {
  readonly model?: Partial<SolutionModel>;
  /** Handlers of the rules bundle by key. */
  readonly handlers?: { readonly [key: string]: string };
  readonly messageMsMax?: number;
  readonly demo?: readonly SeedStep[];
  readonly seed?: Seed;
  /** `:memory:` when absent. */
  readonly dataFile?: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly text: string;
  /** The body as JSON; undefined when it is empty. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of every shape
  readonly json: any;
}

export interface Ask {
  readonly body?: unknown;
  readonly headers?: { readonly [name: string]: string };
  /** Id of the user who asks; the administrator when absent. */
  readonly as?: string;
}

/** A host over the fixture's solution, asked without a connection. */
export interface FixtureHost {
  readonly host: Host;
  readonly bugs: unknown[];
  ask(method: string, url: string, ask?: Ask): Answer;
  /** Creates a row and returns its id. Fails the test when that was refused. */
  create(setName: string, body: object, as?: string): string;
  get(url: string, as?: string): Answer['json'];
}

export const NOW = '2026-03-31T08:00:00Z';
export const ROOT = 'http://127.0.0.1:4810/api/data/v9.2/';

let systemModel: SolutionModel | undefined;
const SYSTEM_FOLDER = join(__dirname, '..', '..', 'system');

export function openFixture({
  model = {},
  handlers,
  messageMsMax = 120_000,
  demo = [],
  seed = 'none',
  dataFile = ':memory:',
}: FixtureOptions = {}): FixtureHost {
  systemModel ??= readSolution(readFolder(SYSTEM_FOLDER));
  const clock = new SettableClock();
  clock.set(NOW);
  const bugs: unknown[] = [];
  const host = openHost(
    {
      system: { model: systemModel, files: new Map() },
      solution: { model: fixtureModel(model), files: new Map() },
      dataFile,
      rules: handlers ? rulesOf(handlers) : NO_RULES,
      clock,
      messageMsMax,
      demo: () => demo,
      onBug: (error) => bugs.push(error),
    },
    seed,
  );
  const ask = (method: string, url: string, options: Ask = {}): Answer => askHost(host, method, url, options);
  return {
    host,
    bugs,
    ask,
    create: (setName, body, as) => {
      const answer = ask('POST', setName, as === undefined ? { body } : { body, as });
      const id = /\(([0-9a-f-]{36})\)$/.exec(answer.headers['OData-EntityId'] ?? '')?.[1];
      if (id === undefined) throw new Error(`POST ${setName} was refused: ${answer.status} ${answer.text}`);
      return id;
    },
    get: (url, as) => ask('GET', url, as === undefined ? {} : { as }).json,
  };
}

function askHost(host: Host, method: string, url: string, { body, headers = {}, as }: Ask): Answer {
  const userId = as ?? host.pipeline.engine.organization.administratorId;
  const response = host.webApi.handle(
    { method, url, headers, body: typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body) },
    { caller: { userId, initiatingUserId: userId }, root: ROOT },
  );
  const isJson = response.headers['Content-Type']?.startsWith('application/json') === true;
  return {
    status: response.status,
    headers: response.headers,
    text: response.body,
    json: isJson ? JSON.parse(response.body) : undefined,
  };
}
