import type { SolutionModel } from '@bbl/dataverse';
import type { Store } from '../storage/store';
import { stableId } from './ids';
import { giveProfile, giveRole, stampOf, userRow } from './organization';

/** One user per role of the solution, named after it, with every column security profile of the solution. */
export function createDemoUsers(solution: SolutionModel, store: Store, now: string): void {
  for (const role of solution.roles) {
    const name = shortNameOf(role.name, solution.displayName);
    const id = stableId(`systemuser:${role.id}`);
    const account = name.toLowerCase().replaceAll(/\W+/g, '.');
    store.insert('systemuser', id, { ...userRow(name, 'User', `${account}.user`), fullname: name, ...stampOf(now) });
    giveRole(store, id, role.id);
    solution.columnSecurityProfiles.forEach((profile) => giveProfile(store, id, profile.id));
  }
}

/** Roles are named after the solution; its users need not repeat it. */
const shortNameOf = (roleName: string, solutionName: string): string =>
  roleName.startsWith(`${solutionName} `) ? roleName.slice(solutionName.length + 1) : roleName;
