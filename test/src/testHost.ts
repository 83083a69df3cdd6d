import { randomUUID } from 'node:crypto';
import type { Row, RulesBundle } from '@bbl/dataverse/ports';
import { type RecordingSink, startHost } from '@bbl/host';
import { freshRules } from '../conformance/freshRules';
import { isRecordingAll, openRecorder } from '../conformance/recorder';
import { producers, type Producers } from './producers';
import { webApi, type WebApi } from './webApi';

export interface TestHost {
  readonly url: string;
  readonly token: string;
  readonly api: WebApi;
  readonly produce: Producers;
  /** Sends a request as the System Administrator without a connection, also from within another one; returns its answer. */
  sendWithin(method: string, path: string, body?: object): { readonly status: number; readonly body: string };
  /** A row as it stands in the store, with all its columns. */
  stored(table: string, id: string): Row | undefined;
  /** Puts a row into the store past the pipeline, for what no request can make; returns its id. */
  plant(table: string, row: Row): string;
  close(): Promise<void>;
}

export interface TestHostOptions {
  /** Stops the clock. */
  readonly now?: string;
  /** Gets every executed step in full; the rules then start anew for each of them, as in Dataverse. */
  readonly onStep?: RecordingSink;
  /** Runs in the place of the bundle that was built. */
  readonly rules?: RulesBundle;
  /** No for masses of rows or requests: replaying them in the plug-in assembly takes longer than it proves. */
  readonly isRecorded?: boolean;
  /** A packed solution in the place of the folder `solution/`. */
  readonly solution?: string;
}

/** A host of its own in memory, without demo data, with the real solution and the real rules bundle. */
export async function startTestHost({
  now,
  onStep,
  rules: given,
  isRecorded = true,
  solution,
}: TestHostOptions = {}): Promise<TestHost> {
  // Rules of a test's own are not what ships.
  const isOwn = onStep !== undefined || given !== undefined;
  const recorder = isRecorded && !isOwn && isRecordingAll() ? openRecorder() : undefined;
  const sink = onStep ?? recorder?.add;
  const rules = given ?? (sink && freshRules());
  const host = await startHost({
    port: 0,
    data: ':memory:',
    seed: 'none',
    ...(rules && { rules }),
    ...(solution && { solution }),
  });
  if (sink) host.host.pipeline.engine.trace.record(sink);
  const api = webApi(host.url, host.token);
  if (now !== undefined) await api.host('PUT', 'clock', { now });
  const close = async (): Promise<void> => {
    recorder?.close();
    await host.close();
  };
  const sendWithin = (method: string, path: string, body?: object) => {
    const { administratorId } = host.host.pipeline.engine.organization;
    const request = { method, url: path, headers: {}, body: body === undefined ? '' : JSON.stringify(body) };
    const caller = { userId: administratorId, initiatingUserId: administratorId };
    return host.host.webApi.handle(request, { caller, root: '/' });
  };
  const plant = (table: string, row: Row): string => {
    const id = randomUUID();
    host.host.store.insert(table, id, row);
    return id;
  };
  const stored = (table: string, id: string): Row | undefined => host.host.store.get(table, id);
  return { url: host.url, token: host.token, api, produce: producers(api), sendWithin, stored, plant, close };
}

/** Ids of the users that an empty store holds, by the name of their role. */
export async function usersByRole(api: WebApi): Promise<ReadonlyMap<string, string>> {
  const roles = await api.list<{ name: string; systemuserroles_association: { systemuserid: string }[] }>(
    'roles?$select=name&$expand=systemuserroles_association($select=systemuserid)',
  );
  return new Map(
    roles.flatMap(({ name, systemuserroles_association: users }) =>
      users[0] ? [[name, users[0].systemuserid] as const] : [],
    ),
  );
}
