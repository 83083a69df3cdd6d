import { useEffect, useReducer, useRef } from 'react';

/** Something that changes over time and tells who listens. `version` grows with every change. */
export class Observable {
  version = 0;
  private readonly listeners = new Set<() => void>();

  /** Calls `listener` after every change until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Announces a change. */
  protected changed(): void {
    this.version += 1;
    for (const listener of [...this.listeners]) listener();
  }
}

/** Renders the calling component again whenever `source` changes. */
export function useObservable(source: Observable): void {
  const [, render] = useReducer((count: number) => count + 1, 0);
  const rendered = useRef(source.version);
  rendered.current = source.version;
  useEffect(() => {
    // A change between the render and this effect had no listener yet.
    if (source.version !== rendered.current) render();
    return source.subscribe(render);
  }, [source]);
}
