import type { BillingClient, RowResult } from '../client/port';
import type { CommandUi } from '../ui/port';

/** Lists the rows that were refused, by name; nothing when none was. */
export async function showRefusals(
  client: BillingClient,
  ui: CommandUi,
  table: string,
  results: readonly RowResult[],
): Promise<void> {
  const refused = results.filter((row) => row.outcome === 'refused');
  if (refused.length === 0) return;
  const names = await namesOf(client, table, refused);
  await ui.showRefused(refused.map((result) => ({ result, name: names.get(result.id) ?? result.id })));
}

/** Names are a courtesy: where they cannot be read the ids serve. */
async function namesOf(
  client: BillingClient,
  table: string,
  rows: readonly RowResult[],
): Promise<ReadonlyMap<string, string>> {
  try {
    const facts = await client.facts(
      table,
      rows.map((row) => row.id),
    );
    return new Map(facts.map((fact) => [fact.id, fact.name]));
  } catch {
    return new Map();
  }
}
