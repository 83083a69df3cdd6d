import * as React from 'react';

/**
 * Says that a schedule was left with unsaved edits. A control cannot keep the user on the page; when its form goes, so
 * that the address changes, a dialog tells what became of the edits. A change of the tab is no leaving.
 */
export function useLeaveNotice(changesCount: number, isSaving: boolean, tell: () => void): void {
  const left = React.useRef({ changesCount, isSaving, tell });
  left.current = { changesCount, isSaving, tell };
  React.useEffect(() => {
    const address = window.location.href;
    return () => {
      const { current } = left;
      if (current.changesCount === 0 || current.isSaving) return;
      // The address may change a moment after the form went.
      window.setTimeout(() => {
        if (window.location.href !== address) current.tell();
      });
    };
  }, []);
}
