import { FocusTrapZone, Spinner, SpinnerSize } from '@fluentui/react';
import React from 'react';
import { useShell } from '../shell';
import { useObservable } from '../state/observable';

/** Covers the app while a command runs; nothing can be clicked or typed meanwhile. */
export function ProgressOverlay(): JSX.Element | null {
  const { progress } = useShell();
  useObservable(progress);
  if (progress.message === undefined) return null;
  return (
    <FocusTrapZone className="shell-progress">
      <div
        className="shell-progress-box"
        role="alertdialog"
        aria-modal="true"
        aria-label={progress.message}
        tabIndex={-1}
      >
        <Spinner size={SpinnerSize.large} label={progress.message} ariaLive="assertive" />
      </div>
    </FocusTrapZone>
  );
}
