import { startHost } from '@bbl/host';
import { producers, type Producers } from './producers';
import { webApi, type WebApi } from './webApi';

export interface TestHost {
  readonly url: string;
  readonly token: string;
  readonly api: WebApi;
  readonly produce: Producers;
  close(): Promise<void>;
}

/** A host of its own in memory, without demo data, with the real solution and the real rules bundle. `now` stops its clock. */
export async function startTestHost({ now }: { readonly now?: string } = {}): Promise<TestHost> {
  const host = await startHost({ port: 0, data: ':memory:', seed: 'none' });
  const api = webApi(host.url, host.token);
  if (now !== undefined) await api.host('PUT', 'clock', { now });
  return { url: host.url, token: host.token, api, produce: producers(api), close: () => host.close() };
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
