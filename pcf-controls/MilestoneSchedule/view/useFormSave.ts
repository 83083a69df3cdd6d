import * as React from 'react';

/** The form's script (webresources/src/forms/saveSchedule.ts) says so when the user saves the form of this line. */
const CHANNEL = 'schedule.save';

interface SaveMessage {
  readonly bblChannel: typeof CHANNEL;
  readonly body: { readonly lineId: string };
}

/** Saving the form saves the schedule on it: people do not tell the one from the other. */
export function useFormSave(lineId: string, save: () => void): void {
  const latest = React.useRef(save);
  latest.current = save;
  React.useEffect(() => {
    const onMessage = ({ origin, data }: MessageEvent<unknown>): void => {
      if (origin === window.location.origin && isSaveOf(lineId, data)) latest.current();
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, [lineId]);
}

function isSaveOf(lineId: string, data: unknown): boolean {
  const { bblChannel, body } = (data ?? {}) as Partial<SaveMessage>;
  return bblChannel === CHANNEL && body?.lineId === lineId;
}
