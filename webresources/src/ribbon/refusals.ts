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
  if (refused.length === 0) return;
  const summaries = await summariesOf(client, table, refused);
  await ui.showRefused(
    table,
    refused.map((result) => ({ result, summary: summaries.get(result.id) })),
  );
}

/** Names are a courtesy: where they cannot be read the ids serve. */
async function summariesOf(
  client: BillingClient,
  table: string,
  rows: readonly RowResult[],
): Promise<ReadonlyMap<string, RowSummary>> {
  try {
    const summaries = await client.summaries(
      table,
      rows.map((row) => row.id),
    );
    return new Map(summaries.map((summary) => [summary.id, summary]));
  } catch {
    return new Map();
  }
}
