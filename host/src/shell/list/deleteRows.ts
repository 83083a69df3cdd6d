import { messageOf } from '../api/http';
import type { LookupRef } from '../api/rows';
import type { Shell } from '../shell';

/**
 * Asks, then deletes rows one by one, so that each one's rules decide alone. Says which were refused and why.
 * @returns how many are gone
 */
export async function deleteRows(shell: Shell, rows: readonly LookupRef[]): Promise<number> {
  const [first] = rows;
  if (!first || !(await isAgreed(shell, first, rows.length))) return 0;
  const refusals: string[] = [];
  shell.progress.show(rows.length === 1 ? 'Deleting…' : `Deleting ${rows.length} rows…`);
  try {
    for (const row of rows) {
      try {
        await shell.client.remove(row.table, row.id);
        shell.recent.forget(row);
      } catch (error) {
        refusals.push(`${row.name || '(No name)'}: ${messageOf(error)}`);
      }
    }
  } finally {
    shell.progress.close();
  }
  const deletedCount = rows.length - refusals.length;
  const title = deletedCount === 0 ? 'Nothing was deleted' : 'Not everything was deleted';
  if (refusals.length > 0) await shell.dialogs.error(title, refusals.join('\n\n'));
  return deletedCount;
}

function isAgreed(shell: Shell, first: LookupRef, count: number): Promise<boolean> {
  const { displayName, displayCollectionName } = shell.model.table(first.table);
  return shell.dialogs.confirm({
    title: 'Confirm deletion',
    text:
      count === 1
        ? `Do you want to delete the ${displayName} "${first.name}"? You can't undo this action.`
        : `Do you want to delete the selected ${count} ${displayCollectionName}? You can't undo this action.`,
    confirmLabel: 'Delete',
    cancelLabel: 'Cancel',
  });
}
