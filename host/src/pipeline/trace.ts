import type { ExecutionContext, ExecutionOutcome, ServiceAnswer, ServiceRequest } from '@bbl/dataverse/ports';

/** One executed step or custom API. */
export interface StepTrace {
  readonly correlationId: string;
  /** Name of the step, or unique name of the custom API. */
  readonly step: string;
  readonly message: string;
  readonly table: string;
  readonly stage: number;
  readonly mode: number;
  readonly depth: number;
  readonly rowId: string;
  readonly at: string;
  readonly durationMs: number;
  readonly outcome: 'ok' | 'refused' | 'fault';
  readonly code?: string;
  /** For a bug the details that no client sees. */
  readonly detail?: string;
  /** The step's own service calls by operation. */
  readonly serviceCalls: { readonly [operation: string]: number };
  readonly lines: readonly string[];
}

/** One outermost request. */
export interface MessageTrace {
  readonly correlationId: string;
  readonly message: string;
  readonly table: string;
  readonly userId: string;
  readonly at: string;
  readonly durationMs: number;
  readonly outcome: 'ok' | 'fault';
  readonly code?: string;
  readonly detail?: string;
  /** Service calls of all its steps together. */
  readonly serviceCalls: number;
}

/** All that is needed to run one step again elsewhere: what it was given, asked, was answered and said. */
export interface Recording {
  readonly context: ExecutionContext;
  readonly calls: readonly { readonly request: ServiceRequest; readonly answer: ServiceAnswer }[];
  readonly outcome: ExecutionOutcome;
}

export type RecordingSink = (recording: Recording) => void;

const STEPS_MAX = 2000;
const MESSAGES_MAX = 500;

/** The last executed steps and requests, oldest first; and, when somebody listens, every step in full. */
export class Trace {
  private readonly stepRing = new Ring<StepTrace>(STEPS_MAX);
  private readonly messageRing = new Ring<MessageTrace>(MESSAGES_MAX);
  private sink: RecordingSink | null = null;

  addStep(entry: StepTrace): void {
    this.stepRing.add(entry);
  }

  addMessage(entry: MessageTrace): void {
    this.messageRing.add(entry);
  }

  steps(): readonly StepTrace[] {
    return this.stepRing.items();
  }

  messages(): readonly MessageTrace[] {
    return this.messageRing.items();
  }

  clear(): void {
    this.stepRing.clear();
    this.messageRing.clear();
  }

  /** Hands every executed step to `sink` until it is called with null. */
  record(sink: RecordingSink | null): void {
    this.sink = sink;
  }

  get recorder(): RecordingSink | null {
    return this.sink;
  }
}

class Ring<T> {
  private entries: T[] = [];
  private next = 0;

  constructor(private readonly sizeMax: number) {}

  add(entry: T): void {
    this.entries[this.next] = entry;
    this.next = (this.next + 1) % this.sizeMax;
  }

  items(): readonly T[] {
    if (this.entries.length < this.sizeMax) return [...this.entries];
    return [...this.entries.slice(this.next), ...this.entries.slice(0, this.next)];
  }

  clear(): void {
    this.entries = [];
    this.next = 0;
  }
}
