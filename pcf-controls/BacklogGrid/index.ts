import * as React from 'react';
import { BacklogView } from './BacklogView';
import type { IInputs, IOutputs } from './generated/ManifestTypes';
import { HiddenColumns } from './mapping/hiddenColumns';
import { BacklogMapper } from './mapping/mapBacklog';
import { ViewMemory } from './mapping/viewMemory';

const PAGE_ROWS_DEFAULT = 100;
const PAGE_ROWS_MIN = 25;
/** A server page never has more (platform.md 2.5). */
const PAGE_ROWS_MAX = 5000;

/** Lifecycle of the backlog grid: context in, one element out. */
export class BacklogGrid implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  private readonly memory = new ViewMemory();
  private readonly mapper = new BacklogMapper(this.memory);
  private readonly hiddenColumns = new HiddenColumns();

  init(
    context: ComponentFramework.Context<IInputs>,
    _notifyOutputChanged?: () => void,
    state?: ComponentFramework.Dictionary | null,
  ): void {
    context.mode.trackContainerResize(true);
    this.memory.open(state);
    const { records, pageSize } = context.parameters;
    const rows = pageSize.raw ?? PAGE_ROWS_DEFAULT;
    this.hiddenColumns.ask(records);
    records.paging.setPageSize(Math.min(PAGE_ROWS_MAX, Math.max(PAGE_ROWS_MIN, rows)));
  }

  updateView(context: ComponentFramework.Context<IInputs>): React.ReactElement {
    this.hiddenColumns.ask(context.parameters.records);
    return React.createElement(BacklogView, this.mapper.map(context));
  }

  getOutputs(): IOutputs {
    return {};
  }

  destroy(): void {
    // React takes down what it has put up; nothing else is held.
  }
}
