import type { ExecutionContext, ParentContext, Row, Value } from '@bbl/dataverse/ports';
import { imageOf, readImage, unionOf } from './images';
import { runStep } from './runStep';
import { MAIN_OPERATION, type Scope } from './scope';
import { isTriggeredBy, type MessageSteps, type RegisteredStep } from './steps';

type StepStage = 10 | 20 | 40;

/** A write on one row: what the platform does between the stages. */
export interface Operation {
  readonly message: 'Create' | 'Update' | 'Delete';
  readonly table: string;
  readonly id: string;
  /** The id as the request gave it: empty for a new row that the platform names, which it does in the main operation. */
  readonly knownId: string;
  /** The row as sent, null for Delete. Steps of stages 10 and 20 change it. */
  readonly target: Row | null;
  /** Privileges and column security on what the client sent; after stage 10, before stage 20. */
  authorize(): void;
  /** What the platform does before stage 20. */
  prepare?(): void;
  main(): void;
}

/** Pre-validation, checks, pre-operation, main operation, post-operation. Whatever is thrown undoes all of it. */
export function runStages(operation: Operation, scope: Scope): void {
  const steps = scope.engine.steps.of(operation.table, operation.message);
  if (!steps) {
    operation.authorize();
    operation.prepare?.();
    operation.main();
    return;
  }
  const run = new StageRun(operation, steps, scope);
  run.stage(10);
  operation.authorize();
  operation.prepare?.();
  run.stage(20);
  run.keepPreImage();
  operation.main();
  run.stage(40);
}

class StageRun {
  /** Stage 10 runs in the outer pipeline: later stages find its variables in their parent context. */
  private readonly outerVariables: { [name: string]: Value };
  private readonly innerVariables: { [name: string]: Value } = {};
  private preImage: { readonly row: Row; readonly writes: number; readonly columns: readonly string[] } | undefined;
  private postImage: Row | undefined;

  constructor(
    private readonly operation: Operation,
    private readonly steps: MessageSteps,
    private readonly scope: Scope,
  ) {
    this.outerVariables = { ...scope.variables };
  }

  stage(stage: StepStage): void {
    for (const step of this.steps.at[stage]) {
      if (!isTriggeredBy(step, this.operation.target)) continue;
      const context = this.contextOf(step, stage);
      if (step.metadata.mode === 1) this.queue(step, context);
      else this.apply(stage, runStep(step.metadata.name, context, this.scope));
    }
  }

  /** Stage 40 sees the row as it was before the main operation, which must therefore be read by now. */
  keepPreImage(): void {
    const columns = unionOf(this.triggered(40), 'preImage');
    if (columns) this.readPreImage(columns);
  }

  private queue(step: RegisteredStep, context: ExecutionContext): void {
    const asynchronous: ExecutionContext = { ...context, mode: 1, isInTransaction: false };
    this.scope.unit.asynchronousSteps.push({ name: step.metadata.name, context: asynchronous, scope: this.scope });
  }

  private apply(stage: StepStage, outcome: ReturnType<typeof runStep>): void {
    Object.assign(this.variablesAt(stage), outcome.sharedVariables);
    if (stage !== 40 && this.operation.target && outcome.target) Object.assign(this.operation.target, outcome.target);
  }

  private contextOf(step: RegisteredStep, stage: StepStage): ExecutionContext {
    const { operation, scope } = this;
    const { caller, engine, unit } = scope;
    return {
      message: operation.message,
      table: operation.table,
      stage,
      mode: step.metadata.mode,
      depth: scope.depth,
      rowId: stage === 40 ? operation.id : operation.knownId,
      userId: caller.userId,
      systemUserId: engine.organization.systemUserId,
      initiatingUserId: caller.initiatingUserId,
      organizationId: engine.organization.id,
      businessUnitId: engine.security.businessUnitOf(caller.userId),
      correlationId: unit.correlationId,
      now: unit.now,
      isInTransaction: stage !== 10 || unit.isChangeSet || scope.depth > 1,
      target: operation.target,
      parameters: {},
      preImage: this.preImageOf(step, stage),
      postImage: this.postImageOf(step),
      sharedVariables: this.variablesAt(stage),
      parents: stage === 10 ? scope.parents : [this.outerContext(), ...scope.parents],
    };
  }

  private variablesAt(stage: StepStage): { [name: string]: Value } {
    return stage === 10 ? this.outerVariables : this.innerVariables;
  }

  private outerContext(): ParentContext {
    const { operation, scope } = this;
    return {
      message: operation.message,
      table: operation.table,
      stage: MAIN_OPERATION,
      depth: scope.depth,
      userId: scope.caller.userId,
      sharedVariables: this.outerVariables,
    };
  }

  private preImageOf(step: RegisteredStep, stage: StepStage): Row | null {
    if (!step.preImage) return null;
    if (stage !== 40) this.readPreImage(unionOf(this.triggered(10, 20, 40), 'preImage') ?? []);
    return imageOf(this.preImage?.row ?? {}, step.preImage);
  }

  /** Reads the row once for all steps, and again only when something was written since. */
  private readPreImage(columns: readonly string[]): void {
    const { unit, engine } = this.scope;
    const known = this.preImage;
    if (known && known.writes === unit.writes && covers(known.columns, columns)) return;
    const row = readImage(engine.store, this.operation.table, this.operation.id, columns);
    this.preImage = { row, writes: unit.writes, columns };
  }

  private postImageOf(step: RegisteredStep): Row | null {
    if (!step.postImage) return null;
    const { engine } = this.scope;
    this.postImage ??= readImage(
      engine.store,
      this.operation.table,
      this.operation.id,
      unionOf(this.triggered(40), 'postImage') ?? [],
    );
    return imageOf(this.postImage, step.postImage);
  }

  private triggered(...stages: StepStage[]): RegisteredStep[] {
    return stages.flatMap((stage) => this.steps.at[stage].filter((step) => isTriggeredBy(step, this.operation.target)));
  }
}

/** An empty list stands for every column. */
function covers(known: readonly string[], wanted: readonly string[]): boolean {
  if (known.length === 0) return true;
  return wanted.length > 0 && wanted.every((column) => known.includes(column));
}
