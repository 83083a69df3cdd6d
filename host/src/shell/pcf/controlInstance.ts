import React, { type ReactElement } from 'react';
import { messageOf } from '../api/http';
import type { Shell } from '../shell';
import { Observable } from '../state/observable';
import { readSessionState, writeSessionState } from '../state/sessionState';
import type { Texts } from '../state/resx';
import { contextFactory, type ContextState, type ControlContext, type ControlPlace } from './context';
import type { ControlClass, ControlInputs } from './registry';

/** The page's side of a component: what it is given, when that changes, and where its outputs go. */
export interface ControlBorder {
  readonly parameters: () => ControlInputs;
  readonly isDisabled: () => boolean;
  readonly place: () => ControlPlace;
  /** Names this component among those of the same place, so that each keeps a state of its own. */
  readonly stateName: string;
  /** Tells of changes with the names of the parameters concerned; returns the way to stop. */
  readonly subscribe: (listener: (updatedProperties: readonly string[]) => void) => () => void;
  /** Called when the component is ready for data: the first load of a grid. */
  readonly onStarted: () => void;
  readonly onOutputs: (outputs: Readonly<Record<string, unknown>>) => void;
}

interface InstanceOptions {
  readonly shell: Shell;
  readonly controlClass: ControlClass;
  readonly texts: Texts;
  readonly border: ControlBorder;
  readonly label: string;
}

const NO_LIMIT = -1;

/** One running component: `init`, `updateView` after every change, `destroy`. */
export class ControlInstance extends Observable {
  element: ReactElement | undefined;
  error: string | undefined;

  private readonly control: InstanceType<ControlClass>;
  private readonly makeContext: (state: ContextState) => ControlContext;
  private size = { widthPx: NO_LIMIT, heightPx: NO_LIMIT };
  private isTracking = false;
  private isStarted = false;
  private unsubscribe: (() => void) | undefined;

  constructor(private readonly options: InstanceOptions) {
    super();
    this.control = new options.controlClass();
    this.makeContext = contextFactory({
      shell: options.shell,
      texts: options.texts,
      requestRender: () => this.update([]),
      trackContainerResize: (isTracked) => void (this.isTracking = isTracked),
      setControlState: (state) => {
        writeSessionState(this.stateKey(), state);
        return true;
      },
    });
  }

  start(): void {
    const { border } = this.options;
    this.guarded(() => {
      this.control.init(this.context([]), () => this.passOutputs(), readSessionState(this.stateKey()));
      this.isStarted = true;
      this.unsubscribe = border.subscribe((updatedProperties) => this.update(updatedProperties));
    });
    if (this.isStarted) border.onStarted();
    this.update([]);
  }

  /** Asks the component for its view again. */
  update(updatedProperties: readonly string[]): void {
    if (!this.isStarted || this.error !== undefined) return;
    this.guarded(() => {
      const element: unknown = this.control.updateView(this.context(updatedProperties));
      if (!React.isValidElement(element))
        throw new Error('updateView returned no element: only virtual components are supported');
      this.element = element;
    });
    this.changed();
  }

  /** The container's new size; the component hears of it when it tracks its container. Without a height it has no limit. */
  resized(change: { readonly widthPx?: number; readonly heightPx?: number }): void {
    const size = { ...this.size, ...change };
    if (size.widthPx === this.size.widthPx && size.heightPx === this.size.heightPx) return;
    this.size = size;
    if (this.isTracking) this.update(['layout']);
  }

  destroy(): void {
    this.unsubscribe?.();
    if (this.isStarted) this.control.destroy();
    this.isStarted = false;
  }

  /** A state belongs to one user, one component and one row. */
  private stateKey(): string {
    const { border, shell } = this.options;
    const { table, id } = border.place();
    return JSON.stringify(['component', shell.model.description.user.id, table, id, border.stateName]);
  }

  private passOutputs(): void {
    this.guarded(() => this.options.border.onOutputs(this.control.getOutputs?.() ?? {}));
  }

  private context(updatedProperties: readonly string[]): ControlContext {
    const { border, label } = this.options;
    return this.makeContext({
      parameters: border.parameters(),
      place: border.place(),
      updatedProperties,
      widthPx: this.isTracking ? this.size.widthPx : NO_LIMIT,
      heightPx: this.isTracking ? this.size.heightPx : NO_LIMIT,
      isDisabled: border.isDisabled(),
      label,
    });
  }

  /** What a component throws is shown in its place and stops it; the page goes on. */
  private guarded(run: () => void): void {
    try {
      run();
    } catch (error) {
      reportError(error);
      this.error = messageOf(error);
      this.changed();
    }
  }
}
