import * as React from 'react';
import type { IInputs, IOutputs } from './generated/ManifestTypes';
import { HIDDEN_COLUMNS, ScheduleMapper } from './mapping/mapSchedule';
import { answerSaveRequests } from './view/saveRequests';
import { ScheduleView } from './view/ScheduleView';

/** A schedule is shown whole: its total is its point. A line has at most 2,000 splits, so never more milestones. */
const PAGE_ROWS = 2000;

/** Lifecycle of the milestone schedule: context in, one element out. */
export class MilestoneSchedule implements ComponentFramework.ReactControl<IInputs, IOutputs> {
  private readonly mapper = new ScheduleMapper();

  init(context: ComponentFramework.Context<IInputs>): void {
    context.mode.trackContainerResize(true);
    const { milestones } = context.parameters;
    HIDDEN_COLUMNS.forEach((column) => milestones.addColumn?.(column));
    milestones.paging.setPageSize(PAGE_ROWS);
    answerSaveRequests();
  }

  updateView(context: ComponentFramework.Context<IInputs>): React.ReactElement {
    return React.createElement(ScheduleView, this.mapper.map(context));
  }

  getOutputs(): IOutputs {
    return {};
  }

  destroy(): void {
    // React takes down what it has put up; nothing else is held.
  }
}
