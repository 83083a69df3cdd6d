import type { RequestContext } from '../handlers/context';

/** The list of entity sets that the root of the service answers. */
export function serviceDocument({ engine, root }: RequestContext): string {
  const value = [...engine.metadata.tables.values()].map(({ setName }) => ({
    name: setName,
    kind: 'EntitySet',
    url: setName,
  }));
  return JSON.stringify({ '@odata.context': `${root}$metadata`, value });
}
