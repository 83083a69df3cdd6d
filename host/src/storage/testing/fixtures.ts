import type { Row } from '@bbl/dataverse/ports';
import { choice, dateTime, decimal, lookup, money } from '@bbl/dataverse/ports';
import { fixtureMetadata } from '@bbl/dataverse/query/testing/fixtures';
import { HostFault } from '../../faults';
import { openStore } from '../openStore';
import type { AccessOf, Store } from '../store';

export const NOW = '2026-03-31T08:00:00Z';
export const metadata = fixtureMetadata();
export const everything: AccessOf = () => ({ kind: 'all' });

export const memoryStore = (): Store => openStore({ file: ':memory:', metadata, now: () => NOW });

/** `00000000-0000-0000-0000-00000000000n`, readable in failures. */
export const id = (number: number): string => `00000000-0000-0000-0000-${String(number).padStart(12, '0')}`;

export const USER = id(901);
export const OTHER_USER = id(902);
export const UNIT = id(911);
export const OTHER_UNIT = id(912);
export const TEAM = id(921);

/** Two business units with a user each, and a team in the first. */
export function seedPrincipals(store: Store): void {
  store.insert('businessunit', UNIT, { name: 'North' });
  store.insert('businessunit', OTHER_UNIT, { name: 'South' });
  store.insert('systemuser', USER, { fullname: 'Ada', businessunitid: lookup('businessunit', UNIT) });
  store.insert('systemuser', OTHER_USER, { fullname: 'Bob', businessunitid: lookup('businessunit', OTHER_UNIT) });
  store.insert('team', TEAM, { name: 'Crew', businessunitid: lookup('businessunit', UNIT) });
}

/** A sale with something in every column. */
export const fullSale = (contract: string): Row => ({
  name: 'Design',
  number: 'S-1',
  note: 'First line\nSecond line',
  contractid: lookup('contract', contract),
  amount: money('-1200.5'),
  rate: decimal('12.3456'),
  round: 3,
  status: choice(2),
  isfinal: true,
  day: dateTime('2026-02-28T00:00:00Z'),
  soldat: dateTime('2026-02-28T13:14:15Z'),
  ownerid: lookup('systemuser', USER),
});

/** What a call was refused with. */
export function faultOf(work: () => unknown): {
  readonly status: number;
  readonly code: string;
  readonly message: string;
} {
  try {
    work();
  } catch (error) {
    if (error instanceof HostFault) return { status: error.httpStatus, code: error.code, message: error.message };
    throw error;
  }
  throw new Error('expected a fault');
}
