import type { CustomApiName, CustomApiTypes } from '@bbl/dataverse/generated/customApis';
import type { RowByTable, TableName } from '@bbl/dataverse/generated/tables';
import type { ExecutionContext } from '@bbl/dataverse/ports';
import type { Services } from './service';

/** What a handler of a step works with. `T` is the table of the step. */
export interface Step<T extends TableName> extends Services {
  readonly context: ExecutionContext;
  readonly rowId: string;
  /** The row as sent; empty for Delete. */
  readonly target: RowByTable[T];
  /** The row as it was, as far as the step's image holds it. @throws Error where the step came without its image. */
  readonly before: RowByTable[T];
  /** What an earlier stage of the same message kept under this name. */
  kept(name: string): string | undefined;
}

/** What a handler asks the engine to do beyond its own writes. */
export interface StepResult<T extends TableName> {
  /** Columns to set in the row that is written. Stages 10 and 20. */
  readonly target?: RowByTable[T];
  /** Texts for later stages of the same message. */
  readonly keep?: { readonly [name: string]: string };
}

export type StepHandler<T extends TableName> = (step: Step<T>) => StepResult<T> | undefined;

/** What a handler of a custom API works with: its request as the generated types describe it. */
export interface ApiCall<N extends CustomApiName> extends Services {
  readonly context: ExecutionContext;
  readonly request: CustomApiTypes[N]['request'];
}

export type ApiHandler<N extends CustomApiName> = (call: ApiCall<N>) => CustomApiTypes[N]['response'];

/** A handler of a custom API as the registry holds it. */
export interface RegisteredApi {
  readonly name: CustomApiName;
  readonly run: (call: ApiCall<CustomApiName>) => object;
}

export function api<N extends CustomApiName>(name: N, run: ApiHandler<N>): RegisteredApi {
  // The registry calls a handler with requests of its own API alone.
  return { name, run: run as unknown as RegisteredApi['run'] };
}

/**
 * A handler of a step as the registry holds it, its table no longer known to the type system. None is asked about the
 * server's own writes.
 */
export interface RegisteredStep {
  readonly table: TableName;
  readonly run: StepHandler<TableName>;
}

export function step<T extends TableName>(table: T, run: StepHandler<T>): RegisteredStep {
  // The registry calls a handler with rows of its own table alone.
  return { table, run: run as unknown as StepHandler<TableName> };
}
