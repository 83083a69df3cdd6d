import type { ControlBinding } from '@bbl/dataverse/metadata';
import { MessageBar, MessageBarType } from '@fluentui/react';
import React, { useEffect, useMemo } from 'react';
import type { LookupRef } from '../api/rows';
import type { FormModel } from '../form/formModel';
import type { GridController } from '../grid/gridController';
import type { AppModel } from '../model/appModel';
import { DataSetHost } from '../pcf/DataSetHost';
import { useShell } from '../shell';
import { useObservable } from '../state/observable';
import { Grid } from './Grid';
import { ListMemory } from './listMemory';

interface TableGridProps {
  readonly controller: GridController;
  readonly label: string;
  readonly onOpen: (row: LookupRef) => void;
  readonly isMain: boolean;
  /** A sub-grid's own component; else the table's. */
  readonly binding?: ControlBinding | undefined;
  /** Sub-grids: the form around. */
  readonly form?: FormModel;
}

/** Whether a component draws the grid: it counts its rows itself, as on the platform. */
export function drawsFooter(model: AppModel, controller: GridController, binding?: ControlBinding): boolean {
  const bound = binding ?? controller.table.gridControl;
  return bound !== undefined && model.control(bound.control) !== undefined;
}

/** Rows drawn by the component that is bound to the grid or its table, or by the shell's own list. */
export function TableGrid({ controller, label, onOpen, isMain, binding, form }: TableGridProps): JSX.Element {
  const { model } = useShell();
  const bound = binding ?? controller.table.gridControl;
  const control = bound && model.control(bound.control);
  if (bound && control) {
    return (
      <DataSetHost
        key={control.name}
        control={control}
        binding={bound}
        controller={controller}
        label={label}
        onOpen={onOpen}
        height={isMain || binding ? 'own' : 'rows'}
        form={form}
      />
    );
  }
  return (
    <>
      {bound && (
        <MessageBar messageBarType={MessageBarType.warning}>
          The component {bound.control} is not built, so the rows are shown in a plain list.
        </MessageBar>
      )}
      <PlainGrid controller={controller} label={label} onOpen={onOpen} />
    </>
  );
}

function PlainGrid({
  controller,
  label,
  onOpen,
}: Pick<TableGridProps, 'controller' | 'label' | 'onOpen'>): JSX.Element {
  const { model } = useShell();
  useObservable(controller);
  const memory = useMemo(() => new ListMemory(model.description.user.id), [model]);
  useEffect(() => {
    // A view that was changed loads already, without what was kept of it.
    if (memory.restore(controller) || !controller.isLoading) void controller.refresh();
  }, [controller, controller.view.id]);
  return <Grid controller={controller} label={label} onOpen={onOpen} memory={memory} />;
}
