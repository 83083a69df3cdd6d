import React from 'react';
import type { FormModel } from './formModel';
import type { ControlState } from './layout';
import { SubGridView } from './SubGridView';

/** A sub-grid of the form; it has rows once the form's row exists. */
export function SubGridCell({ form, control }: { form: FormModel; control: ControlState }): JSX.Element {
  const { grid, label, cell } = control;
  if (!grid) {
    return (
      <div className="shell-subgrid">
        {cell.showLabel && label && <h3 className="shell-subgrid-title">{label}</h3>}
        <div className="shell-grid-empty">Save this row first to add and see related rows.</div>
      </div>
    );
  }
  return (
    <SubGridView
      form={form}
      controller={grid}
      name={control.id}
      label={label || grid.table.displayCollectionName}
      isLabelHidden={!cell.showLabel}
      onLoad={control.gridOnLoad}
      binding={control.control.binding}
    />
  );
}
