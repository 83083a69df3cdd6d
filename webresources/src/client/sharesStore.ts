import { levelOf, readShares } from '../schedule/shares';
import type { SharesStore } from '../ribbon/evenlyDistribute';
import { toCallFault } from './faults';

/** An update as `Xrm.WebApi.online.executeMultiple` takes it. */
const updateOf = (table: string, id: string, payload: object) => ({
  etn: table,
  id,
  payload,
  getMetadata: () => ({ boundParameter: null, operationType: 2, operationName: 'Update', parameterTypes: {} }),
});

/** Customers over `Xrm.WebApi`; they are written in one change set, so that nobody sees half of it. */
export const sharesStore: SharesStore = {
  isLevel: (table) => levelOf(table) !== undefined,
  read: ({ table, id }) => readShares(table, id),
  async write({ table }, percents) {
    const level = levelOf(table);
    if (!level) throw new Error(`${table} has no customers.`);
    const updates = [...percents].map(([id, value]) => updateOf(level.table, id, { [level.percent]: value }));
    try {
      // The typings know flat lists only; a list inside the list is a change set (platform.md 3).
      await Xrm.WebApi.online.executeMultiple([updates] as never);
    } catch (error) {
      throw toCallFault(error);
    }
  },
};
