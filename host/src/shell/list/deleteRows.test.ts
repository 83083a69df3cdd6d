import type { LookupRef } from '../api/rows';
import type { Shell } from '../shell';
import { deleteRows } from './deleteRows';

/** A shell whose user agrees, over rows of which some cannot be deleted. */
function shellWith(refusedIds: readonly string[]) {
  const said: string[] = [];
  const shell = {
    model: { table: () => ({ displayName: 'Milestone', displayCollectionName: 'Milestones' }) },
    dialogs: {
      confirm: async () => true,
      error: async (title: string, text: string) => void said.push(title, text),
    },
    progress: { show: () => undefined, close: () => undefined },
    recent: { forget: () => undefined },
    client: {
      remove: async (_table: string, id: string) => {
        if (refusedIds.includes(id)) throw new Error('It has billing activity.');
      },
    },
  };
  return { shell: shell as unknown as Shell, said };
}
const ROWS: readonly LookupRef[] = ['Design', 'Build'].map((name) => ({ table: 'bbl_milestone', id: name, name }));

test('rows that cannot be deleted are named with the reason; the title says whether others went', async () => {
  const some = shellWith(['Build']);
  expect(await deleteRows(some.shell, ROWS)).toBe(1);
  expect(some.said).toEqual(['Not everything was deleted', 'Build: It has billing activity.']);
  const none = shellWith(['Design', 'Build']);
  expect(await deleteRows(none.shell, ROWS.slice(0, 1))).toBe(0);
  expect(none.said).toEqual(['Nothing was deleted', 'Design: It has billing activity.']);
});
