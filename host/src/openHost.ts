import type { FormMetadata, SolutionFiles, SolutionModel } from '@bbl/dataverse';
import { MetadataIndex } from '@bbl/dataverse/metadataIndex';
import type { Seed } from './options';
import { openEngine } from './pipeline/openEngine';
import type { SettableClock } from './pipeline/clock';
import { Pipeline } from './pipeline/pipeline';
import type { RulesRuntime } from './pipeline/rules';
import { WebApi } from './protocol/odata/service';
import { runSeed, type SeedStep } from './seed';
import { createDemoUsers } from './setup/demoUsers';
import { importSolution } from './setup/importSolution';
import { createOrganization, isSetUp, ORGANIZATION } from './setup/organization';
import { openStore } from './storage/openStore';
import type { Store } from './storage/store';

/** A solution with the files its model was read from; web resources and controls are served from them. */
export interface LoadedSolution {
  readonly model: SolutionModel;
  readonly files: SolutionFiles;
}

export interface HostParts {
  readonly system: LoadedSolution;
  readonly solution: LoadedSolution;
  /** Path of the SQLite file, or `:memory:`. */
  readonly dataFile: string;
  readonly rules: RulesRuntime;
  readonly clock: SettableClock;
  /** Time a message and everything in it may take. */
  readonly messageMsMax: number;
  /** The requests of `--seed demo`, read when they are needed. */
  readonly demo: () => readonly SeedStep[];
  onBug(error: unknown): void;
}

/** The host without its connection: the store, the pipeline over it and the Web API over that. */
export interface Host {
  readonly parts: HostParts;
  readonly metadata: MetadataIndex;
  readonly store: Store;
  readonly pipeline: Pipeline;
  readonly webApi: WebApi;
  readonly clock: SettableClock;
  /** Empties the store, sets the organisation up again and seeds it. */
  reset(seed: Seed): void;
  close(): void;
}

/** Opens the store, brings it to the solution, and seeds it when it was empty. */
export function openHost(parts: HostParts, seed: Seed): Host {
  const { system, solution, clock } = parts;
  const metadata = new MetadataIndex(system.model, solution.model);
  const store = openStore({
    file: parts.dataFile,
    metadata,
    now: () => clock.now(),
    views: [...system.model.views, ...solution.model.views],
    solutionVersion: solution.model.version,
  });
  const engine = openEngine({
    metadata,
    solution: solution.model,
    store,
    rules: parts.rules,
    clock,
    organization: ORGANIZATION,
    messageMsMax: parts.messageMsMax,
  });
  const pipeline = new Pipeline(engine);
  const webApi = new WebApi(pipeline, (error) => parts.onBug(error));
  // One transaction from empty to seeded: whatever ends it in between leaves an empty store, which the next start fills.
  const fill = (chosen: Seed, empty: () => void): void => {
    try {
      store.transaction(() => {
        empty();
        const isNew = !isSetUp(store);
        setUp(parts, metadata, store);
        engine.forget();
        if (isNew && chosen === 'demo') runSeed(parts.demo(), { webApi, engine });
      });
    } finally {
      engine.forget();
    }
  };
  try {
    fill(seed, () => undefined);
  } catch (error) {
    store.close();
    throw error;
  }
  return {
    parts,
    metadata,
    store,
    pipeline,
    webApi,
    clock,
    reset: (chosen) => {
      engine.trace.clear();
      fill(chosen, () => store.clear());
    },
    close: () => store.close(),
  };
}

function setUp({ system, solution, clock }: HostParts, metadata: MetadataIndex, store: Store): void {
  const now = clock.now();
  const sources = {
    system: system.model,
    solution: solution.model,
    metadata,
    formXmlOf: (form: FormMetadata) => formXmlOf(form, [solution.files, system.files]),
  };
  const isNew = !isSetUp(store);
  if (isNew) createOrganization(store, now);
  importSolution(sources, store, now);
  if (isNew) createDemoUsers(solution.model, store, now);
}

const TEXT = new TextDecoder();

/** The form's own file; forms are found by their id, which is the name of the file. */
function formXmlOf({ id, type }: FormMetadata, sources: readonly SolutionFiles[]): string {
  const suffix = `/FormXml/${type}/{${id}}.xml`.toLowerCase();
  for (const files of sources) {
    const path = [...files.keys()].find((candidate) => candidate.toLowerCase().endsWith(suffix));
    const content = path === undefined ? undefined : files.get(path);
    if (content) return TEXT.decode(content);
  }
  return '';
}
