import type { Caller } from './pipeline/caller';
import type { Engine } from './pipeline/engine';
import type { WebApi } from './protocol/odata/service';
import { allRows, idIn, isEqual } from './reads';

/** One Web API request of a seed. Texts may hold `{{name}}`, `{{currency:USD}}` and `{{date:+30}}` (days from today). */
export interface SeedStep {
  readonly method: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Relative to the root of the service. */
  readonly url: string;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: unknown;
  /** Full name of the user who sends it; the administrator when absent. */
  readonly as?: string;
  /** Keeps the id of the row that the request makes under this name. */
  readonly name?: string;
  /** Keeps values of the answer: `{ "invoice{n}": "InvoiceIds" }` keeps the items of a list as invoice0, invoice1, … */
  readonly capture?: { readonly [name: string]: string };
}

export interface SeedTarget {
  readonly webApi: WebApi;
  readonly engine: Engine;
}

const ROOT = 'http://127.0.0.1/api/data/v9.2/';
const PLACEHOLDER = /\{\{([^{}]+)\}\}/g;
const DAY_MS = 86_400_000;

/** Sends the requests one after the other. @throws Error naming the first step that was refused */
export function runSeed(steps: readonly SeedStep[], { webApi, engine }: SeedTarget): void {
  const known = new Map<string, string>();
  const fill = (text: string): string =>
    text.replace(PLACEHOLDER, (_match, name: string) => valueOf(name, known, engine));
  steps.forEach((step, index) => {
    const response = webApi.handle(
      {
        method: step.method,
        url: encodeURI(fill(step.url)),
        headers: lowerCased(step.headers ?? {}),
        body: step.body === undefined ? '' : fill(JSON.stringify(step.body)),
      },
      { caller: callerOf(step.as, engine), root: ROOT },
    );
    if (response.status >= 400) {
      throw new Error(`Step ${index + 1} of the seed, ${step.method} ${step.url}, was refused: ${response.body}`);
    }
    keep(step, response, known);
  });
}

function valueOf(name: string, known: ReadonlyMap<string, string>, engine: Engine): string {
  const [kind, argument = ''] = name.split(':');
  if (kind === 'currency') return idOf('transactioncurrency', 'isocurrencycode', argument, engine);
  if (kind === 'date') return dateAfter(Number(argument), engine);
  const value = known.get(name);
  if (value === undefined) throw new Error(`The seed uses {{${name}}}, which no earlier step made`);
  return value;
}

function dateAfter(days: number, { clock }: Engine): string {
  return new Date(Date.parse(clock.now()) + days * DAY_MS).toISOString().slice(0, 10);
}

function idOf(table: string, column: string, value: string, { store, plans }: Engine): string {
  const [row] = allRows(store, { table, columns: [], filter: isEqual(column, value) });
  if (!row) throw new Error(`The seed needs a row of ${table} with ${column} ${value}`);
  return idIn(row[plans.of(table).table.primaryId]);
}

function callerOf(name: string | undefined, engine: Engine): Caller {
  const userId =
    name === undefined ? engine.organization.administratorId : idOf('systemuser', 'fullname', name, engine);
  return { userId, initiatingUserId: userId };
}

const lowerCased = (headers: { readonly [name: string]: string }): { readonly [name: string]: string } =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

function keep(
  { name, capture = {} }: SeedStep,
  response: { readonly headers: { readonly [name: string]: string }; readonly body: string },
  known: Map<string, string>,
): void {
  const id = /\(([0-9a-f-]{36})\)$/.exec(response.headers['OData-EntityId'] ?? '')?.[1];
  if (name !== undefined && id !== undefined) known.set(name, id);
  for (const [pattern, property] of Object.entries(capture)) {
    const value = (JSON.parse(response.body) as { readonly [property: string]: unknown })[property];
    if (Array.isArray(value))
      value.forEach((item, index) => known.set(pattern.replace('{n}', String(index)), String(item)));
    else known.set(pattern, String(value));
  }
}
