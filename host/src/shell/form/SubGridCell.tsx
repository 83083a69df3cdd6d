import React from 'react';
import type { FormModel } from './formModel';
import type { ControlState } from './layout';
import { SubGridView } from './SubGridView';

interface SubGridCellProps {
  readonly form: FormModel;
  readonly control: ControlState;
  /** Title of a section that holds nothing else. */
  readonly title?: string;
}

/** A sub-grid of the form; it has rows once the form's row exists. */
export function SubGridCell({ form, control, title = '' }: SubGridCellProps): JSX.Element {
  const { grid, cell } = control;
  const shownLabel = title || (cell.showLabel ? control.label : '');
  if (!grid) {
    return (
      <div className="shell-subgrid">
        {shownLabel && <h2 className="shell-subgrid-title">{shownLabel}</h2>}
        <div className="shell-grid-empty">Save this row first to add and see related rows.</div>
      </div>
    );
  }
  return (
    <SubGridView
      form={form}
      controller={grid}
      name={control.id}
      label={shownLabel || control.label || grid.table.displayCollectionName}
      isLabelHidden={shownLabel === ''}
      onLoad={control.gridOnLoad}
      binding={control.control.binding}
      hasViewPicker={control.control.parameters['EnableViewPicker'] === 'true'}
      hasQuickFind={control.control.parameters['EnableQuickFind'] === 'true'}
    />
  );
}
