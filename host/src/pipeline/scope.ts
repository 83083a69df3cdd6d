import type { ParentContext, ServiceIdentity } from '@bbl/dataverse/ports';
import { FaultCode, HostFault } from '../faults';
import type { Caller } from './caller';
import type { Engine } from './engine';
import type { MessageName, Messages, Parameters } from './requests';
import type { UnitOfWork } from './unitOfWork';

const DEPTH_MAX = 8;
/** Stage number of the main operation, as contexts of the platform carry it. */
export const MAIN_OPERATION = 30;

export interface Place {
  readonly caller: Caller;
  readonly depth: number;
  /** Contexts above, nearest first. */
  readonly parents: readonly ParentContext[];
  /** Shared variables that came with the request (`?tag=`). */
  readonly variables?: Parameters;
}

/** Where a message runs: for whom, how deep, below which contexts, and in which unit of work. */
export class Scope {
  readonly caller: Caller;
  readonly depth: number;
  readonly parents: readonly ParentContext[];
  readonly variables: Parameters;

  constructor(
    readonly engine: Engine,
    readonly unit: UnitOfWork,
    { caller, depth, parents, variables = {} }: Place,
  ) {
    this.caller = caller;
    this.depth = depth;
    this.parents = parents;
    this.variables = variables;
  }

  /** Runs another message here, for the same caller and at the same depth. */
  dispatch<M extends MessageName>(message: M, request: Messages[M]['request']): Messages[M]['response'] {
    return this.engine.dispatch(message, request, this);
  }

  /** The scope of service calls made from inside `contexts[0]`. Throws 0x80044182 beyond the depth of eight. */
  below(contexts: readonly ParentContext[], identity: ServiceIdentity): Scope {
    if (this.depth >= DEPTH_MAX) {
      throw new HostFault(
        400,
        FaultCode.LoopDepth,
        'This workflow job was canceled because the workflow that started it included an infinite loop. ' +
          'Correct the workflow logic and try again.',
      );
    }
    const caller = identity === 'user' ? this.caller : this.systemCaller();
    return new Scope(this.engine, this.unit, { caller, depth: this.depth + 1, parents: contexts });
  }

  /** The scope of what the platform does as part of `message`: same caller and depth, one context further down. */
  inside(message: string, table: string): Scope {
    const context: ParentContext = {
      message,
      table,
      stage: MAIN_OPERATION,
      depth: this.depth,
      userId: this.caller.userId,
      sharedVariables: {},
    };
    const { caller, depth } = this;
    return new Scope(this.engine, this.unit, { caller, depth, parents: [context, ...this.parents] });
  }

  /** The same place in a unit of work of its own: for asynchronous steps. */
  in(unit: UnitOfWork): Scope {
    return new Scope(this.engine, unit, { caller: this.caller, depth: this.depth, parents: this.parents });
  }

  private systemCaller(): Caller {
    return { userId: this.engine.organization.systemUserId, initiatingUserId: this.caller.initiatingUserId };
  }
}
