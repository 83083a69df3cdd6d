import * as React from 'react';

export interface ElementSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Where there is no layout (a hidden tab, a test) a grid of this size is drawn rather than none. */
const FALLBACK: ElementSize = { widthPx: 960, heightPx: 480 };

/**
 * The inner size of an element, scroll bars and `coveredPx` at its top taken off, kept up to date; undefined until it is
 * measured before the first paint.
 */
export function useElementSize(ref: React.RefObject<HTMLElement>, coveredPx: number): ElementSize | undefined {
  const [size, setSize] = React.useState<ElementSize>();
  React.useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = (): void => {
      const widthPx = element.clientWidth || FALLBACK.widthPx;
      const heightPx = Math.max(0, (element.clientHeight || FALLBACK.heightPx) - coveredPx);
      setSize((known) => (known?.widthPx === widthPx && known.heightPx === heightPx ? known : { widthPx, heightPx }));
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, coveredPx]);
  return size;
}
