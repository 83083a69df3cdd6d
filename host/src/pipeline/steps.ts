import type { Row, Stage } from '@bbl/dataverse/ports';
import type { StepMetadata } from '@bbl/dataverse';
import { unsupported } from '../faults';

const MESSAGES: ReadonlySet<string> = new Set(['Create', 'Update', 'Delete']);

/** A step with its images merged: the engine knows one pre image and one post image. */
export interface RegisteredStep {
  readonly metadata: StepMetadata;
  readonly filter: ReadonlySet<string> | null;
  /** Undefined: no such image; an empty list: every column. */
  readonly preImage: readonly string[] | undefined;
  readonly postImage: readonly string[] | undefined;
}

/** The steps of one message on one table, by stage and in the order of their ranks. */
export interface MessageSteps {
  readonly at: { readonly [stage in 10 | 20 | 40]: readonly RegisteredStep[] };
}

/** Steps of the solution, found by table and message. */
export class StepRegistry {
  private readonly byMessage = new Map<string, MessageSteps>();

  /** Throws when a step stands on a message that the pipeline does not run steps for. */
  constructor(steps: readonly StepMetadata[]) {
    const groups = new Map<string, StepMetadata[]>();
    for (const step of steps) {
      if (!MESSAGES.has(step.message)) throw unsupported(`steps on ${step.message} (${step.name})`);
      const key = keyOf(step.table, step.message);
      groups.set(key, [...(groups.get(key) ?? []), step]);
    }
    groups.forEach((group, key) => this.byMessage.set(key, byStage(group)));
  }

  of(table: string, message: string): MessageSteps | undefined {
    return this.byMessage.get(keyOf(table, message));
  }
}

/** Whether a step runs for this target. Only updates are filtered. */
export function isTriggeredBy(step: RegisteredStep, target: Row | null): boolean {
  if (step.filter === null || target === null) return true;
  for (const column in target) if (step.filter.has(column)) return true;
  return false;
}

const keyOf = (table: string, message: string): string => `${table}/${message}`;

function byStage(steps: readonly StepMetadata[]): MessageSteps {
  const at = (stage: Stage): RegisteredStep[] =>
    steps
      .filter((step) => step.stage === stage)
      // Equal ranks run in the order of their ids, so that every start runs them alike.
      .sort((left, right) => left.rank - right.rank || (left.id < right.id ? -1 : 1))
      .map(register);
  return { at: { 10: at(10), 20: at(20), 40: at(40) } };
}

function register(metadata: StepMetadata): RegisteredStep {
  const isFiltered = metadata.message === 'Update' && metadata.filteringColumns.length > 0;
  return {
    metadata,
    filter: isFiltered ? new Set(metadata.filteringColumns) : null,
    preImage: metadata.message === 'Create' ? undefined : imageColumns(metadata, 'pre'),
    postImage: metadata.stage !== 40 || metadata.message === 'Delete' ? undefined : imageColumns(metadata, 'post'),
  };
}

function imageColumns(step: StepMetadata, type: 'pre' | 'post'): readonly string[] | undefined {
  const images = step.images.filter((image) => image.type === type || image.type === 'both');
  if (images.length === 0) return undefined;
  if (images.some((image) => image.columns.length === 0)) return [];
  return [...new Set(images.flatMap((image) => image.columns))];
}
