import type { ControlBinding } from '@bbl/dataverse/metadata';
import React, { useMemo, useRef } from 'react';
import type { LookupRef } from '../api/rows';
import type { FormModel } from '../form/formModel';
import type { GridController } from '../grid/gridController';
import type { ControlDescription } from '../model/appDescription';
import { useShell } from '../shell';
import { useObservable } from '../state/observable';
import type { ControlBorder } from './controlInstance';
import { ControlView } from './ControlView';
import { DataSetSource } from './dataSet';
import { staticInputs } from './inputs';

/** Header, footer and a row of a table's component on a form: it is as high as its rows need, within limits. */
const ROW_HEIGHT_PX = 36;
const FRAME_HEIGHT_PX = 110;
/** Enough for a component to show its header, footer and the menu of a row. */
const SUBGRID_ROWS_MIN = 4;
const SUBGRID_ROWS_MAX = 10;

interface DataSetHostProps {
  readonly control: ControlDescription;
  readonly binding: ControlBinding;
  readonly controller: GridController;
  readonly label: string;
  readonly onOpen: (row: LookupRef) => void;
  /** `own`: as much as the component takes, on main grids and where a form's sub-grid names the component itself. */
  readonly height: 'own' | 'rows';
  /** Sub-grids: the form around. */
  readonly form?: FormModel | undefined;
}

/** A grid drawn by a data set component. */
export function DataSetHost(props: DataSetHostProps): JSX.Element {
  const { control, binding, controller, label, onOpen, height, form } = props;
  const { client, model } = useShell();
  const title = useRef(label);
  title.current = label;
  const border = useMemo<ControlBorder>(() => {
    const { datasetName } = control.manifest;
    if (!datasetName) throw new Error(`The component ${control.name} has no data set`);
    const source = new DataSetSource({ client, model, controller, title: () => title.current, onOpen });
    const inputs = staticInputs(control.manifest, binding);
    return {
      parameters: () => ({ ...inputs, [datasetName]: source.current() }),
      isDisabled: () => false,
      place: () => form?.reference ?? { table: controller.table.name },
      // A sub-grid keeps its label whatever view it shows; a page's grid is called after its view.
      stateName: form ? label : control.name,
      subscribe: (listener) => controller.subscribe(() => listener([datasetName, 'dataset'])),
      // The component may have set its page size by now; the first update sees a data set that is loading.
      onStarted: () => void controller.refresh(),
      onOutputs: () => undefined,
    };
  }, [control, controller, form]);
  useObservable(controller);
  const rows = Math.min(Math.max(controller.records.length, SUBGRID_ROWS_MIN), SUBGRID_ROWS_MAX);
  return (
    <ControlView
      control={control}
      border={border}
      label={label}
      {...(height === 'own' ? {} : { heightPx: FRAME_HEIGHT_PX + rows * ROW_HEIGHT_PX })}
    />
  );
}
