import type { CustomApiMetadata } from '@bbl/dataverse';
import type { MetadataIndex } from '@bbl/dataverse/metadataIndex';
import type { Query } from '@bbl/dataverse/query';
import type { Store } from '../storage/store';
import type { Security } from '../security/security';
import type { Clock } from './clock';
import type { MessageName, Messages } from './requests';
import type { AutoNumbers } from './rows/autoNumbers';
import type { Currencies } from './rows/currencies';
import type { RowPlans } from './rows/plan';
import type { RulesRuntime } from './rules';
import type { Scope } from './scope';
import type { StepRegistry } from './steps';
import type { Trace } from './trace';

/** Rows of the organisation that the platform itself needs; fixed when the store is set up. */
export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly systemUserId: string;
  readonly administratorId: string;
  readonly rootBusinessUnitId: string;
  readonly baseCurrencyId: string;
}

export type Dispatch = <M extends MessageName>(
  message: M,
  request: Messages[M]['request'],
  scope: Scope,
) => Messages[M]['response'];

/** Everything a message needs, put together once at the start. */
export interface Engine {
  readonly metadata: MetadataIndex;
  readonly store: Store;
  readonly security: Security;
  readonly organization: Organization;
  readonly currencies: Currencies;
  readonly autoNumbers: AutoNumbers;
  readonly plans: RowPlans;
  readonly steps: StepRegistry;
  readonly apis: ReadonlyMap<string, CustomApiMetadata>;
  readonly rules: RulesRuntime;
  readonly trace: Trace;
  readonly clock: Clock;
  readonly limits: { messageMsMax: number };
  /** Version of the solution, for RetrieveVersion. */
  readonly version: string;
  readonly dispatch: Dispatch;
  /** Whether rows of the table are remembered somewhere: rights, memberships, currencies. */
  isCached(table: string): boolean;
  /** Lets go of everything remembered. */
  forget(): void;
  /** Reads FetchXML. Throws a HostFault on what it does not know. */
  parseFetch(fetchXml: string): Query;
}
