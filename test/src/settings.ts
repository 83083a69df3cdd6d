import type { WebApi } from './webApi';

/** Sets an environment variable as an administrator would: a value row beside the definition. domain.md 9.4. */
export async function setVariable(api: WebApi, schemaName: string, value: string): Promise<void> {
  const [definition] = await api.list<{ environmentvariabledefinitionid: string }>(
    `environmentvariabledefinitions?$select=environmentvariabledefinitionid&$filter=schemaname eq '${schemaName}'`,
  );
  if (!definition) throw new Error(`There is no environment variable ${schemaName}`);
  const { environmentvariabledefinitionid: id } = definition;
  const [existing] = await api.list<{ environmentvariablevalueid: string }>(
    `environmentvariablevalues?$select=environmentvariablevalueid&$filter=_environmentvariabledefinitionid_value eq ${id}`,
  );
  if (existing) {
    await api.patch(`environmentvariablevalues(${existing.environmentvariablevalueid})`, { value });
    return;
  }
  const definitionAddress = `/environmentvariabledefinitions(${id})`;
  await api.create('environmentvariablevalues', {
    value,
    'EnvironmentVariableDefinitionId@odata.bind': definitionAddress,
  });
}
