import type { SolutionModel } from '@bbl/dataverse';
import type { MetadataIndex } from '@bbl/dataverse/metadataIndex';
import type { Query } from '@bbl/dataverse/query';
import { parseFetchXml } from '@bbl/dataverse/query';
import { translatingQueryFaults } from '../queryFaults';
import { RIGHTS_TABLES, RightsReader } from '../security/reader';
import { Security } from '../security/security';
import type { Store } from '../storage/store';
import type { Clock } from './clock';
import { dispatch } from './dispatch';
import type { Engine, Organization } from './engine';
import { AutoNumbers } from './rows/autoNumbers';
import { Currencies } from './rows/currencies';
import { RowPlans } from './rows/plan';
import type { RulesRuntime } from './rules';
import { StepRegistry } from './steps';
import { Trace } from './trace';

export interface EngineParts {
  readonly metadata: MetadataIndex;
  readonly solution: Pick<SolutionModel, 'steps' | 'customApis' | 'version'>;
  readonly store: Store;
  readonly rules: RulesRuntime;
  readonly clock: Clock;
  readonly organization: Organization;
  /** Time a message and everything in it may take. */
  readonly messageMsMax: number;
}

const CACHED_TABLES: ReadonlySet<string> = new Set([...RIGHTS_TABLES, 'transactioncurrency', 'organization']);
/** Queries that code sends again and again; more are not worth keeping. */
const PARSED_MAX = 500;

/** Puts the engine together. Throws when the solution asks for steps that the pipeline does not run. */
export function openEngine(parts: EngineParts): Engine {
  const { metadata, solution, store, rules, clock, organization } = parts;
  const security = new Security(metadata, store, new RightsReader(store, organization.systemUserId));
  const currencies = new Currencies(store, organization.baseCurrencyId);
  return {
    metadata,
    store,
    security,
    organization,
    currencies,
    autoNumbers: new AutoNumbers(store),
    plans: new RowPlans(metadata),
    steps: new StepRegistry(solution.steps),
    apis: new Map(solution.customApis.map((api) => [api.uniqueName, api])),
    rules,
    trace: new Trace(),
    clock,
    limits: { messageMsMax: parts.messageMsMax },
    version: solution.version,
    dispatch,
    isCached: (table) => CACHED_TABLES.has(table),
    forget: () => {
      security.forget();
      currencies.forget();
    },
    parseFetch: rememberingParser(metadata),
  };
}

/** Rows come from a handful of queries that differ in ids; the same text need not be read twice. */
function rememberingParser(metadata: MetadataIndex): (fetchXml: string) => Query {
  const known = new Map<string, Query>();
  return (fetchXml) => {
    const before = known.get(fetchXml);
    if (before) return before;
    const query = translatingQueryFaults(() => parseFetchXml(fetchXml, metadata));
    if (known.size >= PARSED_MAX) known.clear();
    known.set(fetchXml, query);
    return query;
  };
}
