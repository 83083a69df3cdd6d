import * as React from 'react';

export interface ReasonTipState {
  readonly target: HTMLElement;
  readonly reasons: readonly string[];
  readonly remarks: readonly string[];
}

export interface ReasonTipControls {
  readonly tip: ReasonTipState | undefined;
  /** At once for the keyboard, after a moment for the mouse, so that nothing flickers under a passing pointer. */
  readonly show: (tip: ReasonTipState, isImmediate: boolean) => void;
  /** With a moment's grace, in which the pointer can move onto the tip itself. */
  readonly leave: () => void;
  /** The pointer is on the tip: it stays. */
  readonly stay: () => void;
  readonly hide: () => void;
}

const DELAY_MS = 300;

/** One tip for the whole grid: shown on hover and on focus, hidden by leaving, scrolling or Escape. WCAG 1.4.13. */
export function useReasonTip(): ReasonTipControls {
  const [tip, setTip] = React.useState<ReasonTipState>();
  const timer = React.useRef<number>();
  const later = React.useCallback((act: () => void, delayMs: number) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(act, delayMs);
  }, []);
  const stay = React.useCallback(() => window.clearTimeout(timer.current), []);
  React.useEffect(() => stay, [stay]);
  return React.useMemo(
    () => ({
      tip,
      stay,
      show: (next, isImmediate) => (isImmediate ? (stay(), setTip(next)) : later(() => setTip(next), DELAY_MS)),
      leave: () => later(() => setTip(undefined), DELAY_MS),
      hide: () => {
        stay();
        setTip(undefined);
      },
    }),
    [tip, later, stay],
  );
}
