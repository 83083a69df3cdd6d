import type { Row, Value } from './values';

/** Pipeline stages as the platform numbers them. 30 is the main operation of a custom API. */
export type Stage = 10 | 20 | 30 | 40;

/** One link of the chain of contexts that led here (IPluginExecutionContext.ParentContext), nearest first. */
export interface ParentContext {
  readonly message: string;
  /** Empty for a custom API without a bound table. */
  readonly table: string;
  readonly stage: number;
  readonly depth: number;
  readonly userId: string;
  /**
   * Of the message's own outer context alone: where stages 20 and 40 find what stage 10 kept. The platform has those of
   * contexts further up as well; engines leave them empty, since what a deletion keeps for its later stage is large, and
   * every write below it would be handed it.
   */
  readonly sharedVariables: { readonly [name: string]: Value };
}

/** What the engine hands the bundle for one step or custom API. Ids are lower case without braces. */
export interface ExecutionContext {
  readonly message: string;
  /** Logical name; empty for a custom API without a bound table. */
  readonly table: string;
  readonly stage: Stage;
  /** 0 synchronous, 1 asynchronous. */
  readonly mode: 0 | 1;
  readonly depth: number;
  /**
   * Id of the row concerned. For Create in stages 10 and 20 it is empty, unless the request names the new row's id.
   * Empty for custom APIs.
   */
  readonly rowId: string;
  /** The user whose rights apply (the impersonated one), the SYSTEM user inside SYSTEM service calls. */
  readonly userId: string;
  /** The SYSTEM user of the organisation (`organization.systemuserid`). */
  readonly systemUserId: string;
  /** The user who started the outermost request. */
  readonly initiatingUserId: string;
  readonly organizationId: string;
  readonly businessUnitId: string;
  readonly correlationId: string;
  /** The clock, UTC, `YYYY-MM-DDTHH:MM:SSZ`: rules know no other. */
  readonly now: string;
  readonly isInTransaction: boolean;
  /** Create, Update: `Target` is the row as sent. Delete: absent (see rowId). Custom API: the request parameters. */
  readonly target: Row | null;
  readonly parameters: { readonly [name: string]: Value };
  /** The registered pre image, null where none is registered or the stage has none. */
  readonly preImage: Row | null;
  readonly postImage: Row | null;
  readonly sharedVariables: { readonly [name: string]: Value };
  readonly parents: readonly ParentContext[];
}

/** The bundle's answer. `refused` and `fault` both abort the whole request; only `refused` may show its text to a user. */
export type ExecutionOutcome =
  | {
      readonly ok: true;
      /** Stages 10 and 20: columns to set in Target (they replace or join what it holds). */
      readonly target?: Row;
      /** Custom API: the response properties. */
      readonly output?: { readonly [name: string]: Value };
      readonly sharedVariables?: { readonly [name: string]: Value };
      readonly trace?: readonly string[];
    }
  | {
      readonly ok: false;
      readonly refused: { readonly code: string; readonly message: string };
      readonly trace?: readonly string[];
    }
  /** A fault of a service call is passed on with its own code; anything else is a bug (`code` empty, `message` for the trace only). */
  | {
      readonly ok: false;
      readonly fault: { readonly code: string; readonly message: string };
      readonly trace?: readonly string[];
    };

/** What the bundle (`rules.js`, global `BblRules`) offers an engine. */
export interface RulesBundle {
  execute(contextJson: string, service: (requestJson: string) => string): string;
  /** Keys of all handlers, `<table>/<message>.<stage>` in lower case or `api/<unique name>`; the solution lint compares them with the steps. */
  handlers(): string[];
}
