import type { BillingClient, RowResult } from '../client/port';
import type { RowSummary } from '../client/rowSummaries';
import type { CommandUi } from '../ui/port';

/** Lists the rows that were refused, by name; nothing when none was. */
export async function showRefusals(
  client: BillingClient,
  ui: CommandUi,
  table: string,
  results: readonly RowResult[],
): Promise<void> {
  const refused = results.filter((row) => row.outcome === 'refused');
  if (refused.length > 0) await ui.showRefused(table, refused, (ids) => summariesOf(client, table, ids));
}

/** Names are a courtesy: where they cannot be read the ids serve. */
async function summariesOf(
  client: BillingClient,
  table: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RowSummary>> {
  try {
    const summaries = await client.summaries(table, ids);
    return new Map(summaries.map((summary) => [summary.id, summary]));
  } catch {
    return new Map();
  }
}
