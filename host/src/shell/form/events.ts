/** A handler of a form event, as client scripts register it. */
export type EventHandler = (context: unknown, ...parameters: unknown[]) => unknown;

/** Handlers of one event. A handler stands once, however often it is added. */
export class HandlerList {
  private readonly handlers: EventHandler[] = [];

  add(handler: EventHandler): void {
    if (!this.handlers.includes(handler)) this.handlers.push(handler);
  }

  remove(handler: EventHandler): void {
    const index = this.handlers.indexOf(handler);
    if (index >= 0) this.handlers.splice(index, 1);
  }

  /** Runs all in order and waits for those that return a promise. What one throws stops the others. */
  async run(context: unknown): Promise<void> {
    for (const handler of [...this.handlers]) await handler(context);
  }
}
