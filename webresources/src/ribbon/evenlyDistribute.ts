import { evenlyDistribute } from '@bbl/domain';
import { percentNumber, type ShareRow } from '../schedule/shares';
import type { CommandUi, Refreshable } from '../ui/port';
import type { FormRow } from './formRow';

/** Reads and writes the customers of a contract or a line. */
export interface SharesStore {
  /** Whether a form's row has customers with percentages. */
  isLevel(table: string): boolean;
  read(level: FormRow): Promise<readonly ShareRow[]>;
  /** All of them or none; percentages as decimal numbers. */
  write(level: FormRow, percents: ReadonlyMap<string, number>): Promise<void>;
}

/** The command Evenly distribute, on the customers of a contract and of a line. domain.md 5.1-4. */
export const distributeCommand = (ui: CommandUi, store: SharesStore) =>
  async function distribute(level: FormRow, shown: Refreshable): Promise<void> {
    try {
      const customers = await store.read(level);
      const percents = evenlyDistribute(
        customers.length,
        customers.findIndex(({ isRounding }) => isRounding),
      );
      const changes = customers.flatMap(({ id, percent }, at) => {
        const even = percents[at] ?? percent;
        return even === percent ? [] : [[id, percentNumber(even)] as const];
      });
      if (changes.length === 0) return ui.notifyDone(ui.text('DistributedAlready'));
      await ui.whileBusy('DistributeBusy', () => store.write(level, new Map(changes)));
      ui.notifyDone(ui.text('Distributed', customers.length));
      shown.refresh();
    } catch (error) {
      await ui.showFault(error);
    }
  };
