import type { GridController } from '../grid/gridController';
import type { Shell } from '../shell';
import { deleteRows } from './deleteRows';
import { setState } from './setState';

/** Deletes the selected rows of a grid and shows what is left. */
export async function deleteSelected(shell: Shell, controller: GridController): Promise<void> {
  const rows = controller.selectedRecords.map((record) => record.reference);
  if ((await deleteRows(shell, rows)) > 0) await controller.refresh();
}

/** Activates or deactivates the selected rows of a grid. */
export async function setSelectedState(shell: Shell, controller: GridController, isActive: boolean): Promise<void> {
  const rows = controller.selectedRecords.map((record) => record.reference);
  if ((await setState(shell, rows, isActive)) > 0) await controller.refresh();
}
