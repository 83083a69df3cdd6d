import { messageOf } from '../api/http';
import type { LookupRef } from '../api/rows';
import type { Shell } from '../shell';

const ACTIVE = 0;
const INACTIVE = 1;

/** Activates or deactivates rows one by one after a question, and says which were refused and why. Returns how many changed. */
export async function setState(shell: Shell, rows: readonly LookupRef[], isActive: boolean): Promise<number> {
  const [first] = rows;
  if (!first) return 0;
  const verb = isActive ? 'Activate' : 'Deactivate';
  const { displayName, displayCollectionName } = shell.model.table(first.table);
  const what =
    rows.length === 1 ? `the ${displayName} "${first.name}"` : `the selected ${rows.length} ${displayCollectionName}`;
  const isAgreed = await shell.dialogs.confirm({
    title: `Confirm: ${verb}`,
    text: `Do you want to ${verb.toLowerCase()} ${what}?`,
    confirmLabel: verb,
    cancelLabel: 'Cancel',
  });
  if (!isAgreed) return 0;
  const refusals: string[] = [];
  for (const row of rows) {
    try {
      await shell.client.update(row.table, row.id, { statecode: isActive ? ACTIVE : INACTIVE });
    } catch (error) {
      refusals.push(`${row.name || '(No name)'}: ${messageOf(error)}`);
    }
  }
  if (refusals.length > 0) await shell.dialogs.error(`${verb}: some rows were refused`, refusals.join('\n\n'));
  return rows.length - refusals.length;
}
