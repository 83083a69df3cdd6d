import * as React from 'react';
import type { LineFacts } from '../mapping/facts';
import type { ScheduleProps } from '../mapping/mapSchedule';

export interface FactsState {
  /** Facts of the last read; they stay while the next one is under way. */
  readonly facts: LineFacts | undefined;
  readonly failure: string | undefined;
  readonly readAgain: () => void;
}

/** Line and splits, read again whenever the rows were. A schedule that has lost its last row still knows its line. */
export function useFacts({ lineId, version, isLoading, ports }: ScheduleProps): FactsState {
  const [state, setState] = React.useState<Omit<FactsState, 'readAgain'>>({ facts: undefined, failure: undefined });
  const [attempt, setAttempt] = React.useState(0);
  const known = React.useRef(lineId);
  known.current = lineId ?? known.current;
  const line = known.current;
  React.useEffect(() => {
    let isCurrent = true;
    if (line !== undefined && !isLoading) {
      ports.loadFacts(line).then(
        (facts) => isCurrent && setState({ facts, failure: undefined }),
        (error: unknown) => isCurrent && setState(({ facts }) => ({ facts, failure: sentenceOf(error) })),
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [line, version, isLoading, attempt, ports]);
  // Forms show another row without taking their controls down: facts of the line before say nothing of this one.
  const facts = state.facts?.lineId === line ? state.facts : undefined;
  return { ...state, facts, readAgain: () => setAttempt((count) => count + 1) };
}

/** What a refused call of the platform says. */
export function sentenceOf(error: unknown): string {
  const message = (error as { readonly message?: unknown } | null)?.message;
  return typeof message === 'string' ? message : String(error);
}
