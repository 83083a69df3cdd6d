import React, { useRef } from 'react';
import { useShell } from '../shell';

/**
 * An HTML web resource. It finds `Xrm` on its parent; `data` is its query parameter of that name. When it closes its
 * window, `onClose` gets what it left in `returnValue`.
 */
export function WebResourceFrame({
  name,
  data,
  heightPx,
  onClose,
}: {
  name: string;
  data?: string | undefined;
  /** On forms: what the rows of its cell give it. */
  heightPx?: number;
  onClose?: (result?: unknown) => void;
}): JSX.Element {
  const { model } = useShell();
  const frame = useRef<HTMLIFrameElement>(null);
  const query = data === undefined ? '' : `?data=${encodeURIComponent(data)}`;

  const onLoad = (): void => {
    const inner = frame.current?.contentWindow as (Window & { returnValue?: unknown }) | null | undefined;
    if (!inner || !onClose) return;
    // A frame cannot close itself; on the platform its dialog closes instead.
    inner.close = () => onClose({ returnValue: inner.returnValue });
  };

  return (
    <iframe
      ref={frame}
      className="shell-webresource"
      style={heightPx === undefined ? undefined : { height: heightPx, minHeight: 0 }}
      title={name}
      src={model.webResourceUrl(name) + query}
      onLoad={onLoad}
    />
  );
}
