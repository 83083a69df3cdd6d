import { MessageBar, MessageBarType, Spinner } from '@fluentui/react';
import React, { useEffect, useRef, useState, type ReactElement } from 'react';
import { messageOf } from '../api/http';
import { ErrorBoundary } from '../frame/ErrorBoundary';
import type { ControlDescription } from '../model/appDescription';
import { useShell } from '../shell';
import { useObservable } from '../state/observable';
import { loadResx, type Texts } from '../state/resx';
import { ControlInstance, type ControlBorder } from './controlInstance';
import { loadControl, type ControlClass } from './registry';

interface ControlViewProps {
  readonly control: ControlDescription;
  /** What the component gets and where its outputs go; the same object while the component lives. */
  readonly border: ControlBorder;
  /** Height to give the component; absent on main grids, where it takes what there is. */
  readonly heightPx?: number;
  readonly label: string;
}

interface Loaded {
  readonly controlClass: ControlClass;
  readonly texts: Texts;
}

/** A component with its bundle, texts and styles, run through its lifecycle. */
export function ControlView(props: ControlViewProps): JSX.Element {
  const loaded = useLoaded(props.control);
  if (loaded === undefined) return <Spinner className="shell-control-loading" label="Loading…" />;
  if ('error' in loaded) return <ControlError control={props.control} text={loaded.error} />;
  return (
    <ErrorBoundary>
      <RunningControl {...props} loaded={loaded} />
    </ErrorBoundary>
  );
}

function RunningControl({
  loaded,
  border,
  heightPx,
  label,
  control,
}: ControlViewProps & { loaded: Loaded }): JSX.Element {
  const shell = useShell();
  const container = useRef<HTMLDivElement>(null);
  const [instance, setInstance] = useState<ControlInstance>();
  useEffect(() => {
    const started = new ControlInstance({ shell, ...loaded, border, label });
    started.resized({ widthPx: container.current?.clientWidth ?? 0 });
    if (heightPx !== undefined) started.resized({ heightPx });
    started.start();
    setInstance(started);
    const observer = new ResizeObserver(
      ([entry]) => entry && started.resized({ widthPx: Math.floor(entry.contentRect.width) }),
    );
    if (container.current) observer.observe(container.current);
    const unsubscribe = shell.appearance.subscribe(() => started.update([]));
    return () => {
      observer.disconnect();
      unsubscribe();
      started.destroy();
    };
  }, [border]);
  useEffect(() => {
    if (heightPx !== undefined) instance?.resized({ heightPx });
  }, [instance, heightPx]);
  return (
    <div ref={container} className="shell-control" style={heightPx === undefined ? undefined : { height: heightPx }}>
      {instance && <Output instance={instance} control={control} />}
    </div>
  );
}

function Output({
  instance,
  control,
}: {
  instance: ControlInstance;
  control: ControlDescription;
}): ReactElement | null {
  useObservable(instance);
  if (instance.error !== undefined) return <ControlError control={control} text={instance.error} />;
  return instance.element ?? null;
}

function ControlError({ control, text }: { control: ControlDescription; text: string }): JSX.Element {
  return (
    <MessageBar messageBarType={MessageBarType.error} isMultiline>
      The component {control.name} failed: {text}
    </MessageBar>
  );
}

/** Bundle and texts of a component, the English ones of several languages. */
function useLoaded(control: ControlDescription): Loaded | { readonly error: string } | undefined {
  const [state, setState] = useState<Loaded | { readonly error: string }>();
  useEffect(() => {
    let isCurrent = true;
    const resx = control.manifest.resx.find((url) => /\.1033\.resx$/i.test(url));
    Promise.all([loadControl(control), resx ? loadResx(resx) : Promise.resolve(new Map<string, string>())]).then(
      ([controlClass, texts]) => isCurrent && setState({ controlClass, texts }),
      (error: unknown) => isCurrent && setState({ error: messageOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [control]);
  return state;
}
