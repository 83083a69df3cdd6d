import type { ControlBinding } from '@bbl/dataverse/metadata';
import { DefaultButton } from '@fluentui/react';
import React, { useEffect, useMemo } from 'react';
import type { LookupRef } from '../api/rows';
import { makeGridControl } from '../grid/gridControl';
import type { GridController } from '../grid/gridController';
import { GridFooter } from '../list/GridFooter';
import { GridSearch } from '../list/GridSearch';
import { deleteSelected, setSelectedState } from '../list/selectedRows';
import { drawsFooter, TableGrid } from '../list/TableGrid';
import { useViewItems } from '../list/ViewSelector';
import type { FormDefaults } from '../model/pageUrl';
import type { CommandContext } from '../ribbon/commandContext';
import { ShellCommandBar, type PlatformHandlers } from '../ribbon/ShellCommandBar';
import { useShell, type Shell } from '../shell';
import { useObservable } from '../state/observable';
import type { HandlerList } from './events';
import { executionContext } from './executionContext';
import type { FormModel } from './formModel';

interface SubGridViewProps {
  readonly form: FormModel;
  readonly controller: GridController;
  readonly name: string;
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly onLoad: HandlerList;
  readonly binding: ControlBinding | undefined;
  /** A menu of the table's views and a search box, where the form asks for them. */
  readonly hasViewPicker?: boolean;
  readonly hasQuickFind?: boolean;
  /** Takes all the height there is, instead of what its rows need. */
  readonly isFilling?: boolean;
}

/** Related rows with a command bar of their own. */
export function SubGridView(props: SubGridViewProps): JSX.Element {
  const { form, controller, name, label, isLabelHidden, onLoad, binding, isFilling = false } = props;
  const shell = useShell();
  const context = useMemo<CommandContext>(() => {
    const gridControl = makeGridControl({
      controller: () => controller,
      name,
      onLoad,
      refreshRibbon: () => form.update(() => undefined),
    });
    return { location: 'subGrid', table: controller.table.name, form, grid: controller, gridControl };
  }, [form, controller]);
  useLoadEvent(form, controller, onLoad);
  const open = (row: LookupRef): void => void shell.router.open({ kind: 'record', table: row.table, id: row.id });
  return (
    <div className="shell-subgrid">
      <div className="shell-subgrid-head">
        {!isLabelHidden && <h2 className="shell-subgrid-title">{label}</h2>}
        {props.hasViewPicker && <ViewPicker controller={controller} />}
        <ShellCommandBar
          context={context}
          handlers={handlersOf(shell, form, controller)}
          label={`Commands of ${label}`}
        />
      </div>
      {props.hasQuickFind && shell.model.quickFindView(controller.table.name) && <GridSearch controller={controller} />}
      <TableGrid controller={controller} label={label} onOpen={open} isMain={isFilling} binding={binding} form={form} />
      {!drawsFooter(shell.model, controller, binding) && <GridFooter controller={controller} />}
    </div>
  );
}

function ViewPicker({ controller }: { controller: GridController }): JSX.Element {
  useObservable(controller);
  const items = useViewItems({ view: controller.view, onSelect: (view) => controller.setView(view) });
  return (
    <DefaultButton
      className="shell-view-selector"
      text={controller.view.name}
      title="Change view"
      menuProps={{ items }}
    />
  );
}

function handlersOf(shell: Shell, form: FormModel, controller: GridController): PlatformHandlers {
  return {
    new: () => void addRow(shell, form, controller),
    activate: () => void setSelectedState(shell, controller, true),
    deactivate: () => void setSelectedState(shell, controller, false),
    delete: () => void deleteSelected(shell, controller),
    refresh: () => void controller.refresh(),
  };
}

/** A new row below the form's row: in the quick create form where the table has one, else in its own form. */
async function addRow(shell: Shell, form: FormModel, controller: GridController): Promise<void> {
  const { table, parent } = controller;
  const defaults: FormDefaults = parent && form.reference ? { [parent.column]: form.reference } : {};
  if (!shell.model.hasQuickCreate(table)) {
    await shell.router.open({ kind: 'record', table: table.name, defaults });
    return;
  }
  const created = await shell.openers.quickCreate(table.name, defaults);
  if (!created) return;
  // The new row may have changed its parent on the server; what was typed here stays.
  if (form.isDirty) await controller.refresh();
  else {
    await form.read();
    form.refreshGrids();
  }
}

/** Tells scripts that rows were loaded. */
function useLoadEvent(form: FormModel, controller: GridController, onLoad: HandlerList): void {
  useEffect(() => {
    let wasLoading = controller.isLoading;
    return controller.subscribe(() => {
      const isLoaded = wasLoading && !controller.isLoading;
      wasLoading = controller.isLoading;
      if (isLoaded) void onLoad.run(executionContext(form, { source: controller }));
    });
  }, [form, controller, onLoad]);
}
