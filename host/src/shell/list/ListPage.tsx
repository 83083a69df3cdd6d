import React, { useEffect, useMemo, useState } from 'react';
import { bareId, type LookupRef } from '../api/rows';
import { HandlerList } from '../form/events';
import { useDocumentTitle } from '../frame/useDocumentTitle';
import { makeGridControl } from '../grid/gridControl';
import { GridController } from '../grid/gridController';
import type { CommandContext } from '../ribbon/commandContext';
import { ShellCommandBar, type PlatformHandlers } from '../ribbon/ShellCommandBar';
import { useShell, type Shell } from '../shell';
import { GridFooter } from './GridFooter';
import { QuickFind } from './QuickFind';
import { deleteSelected, setSelectedState } from './selectedRows';
import { drawsFooter, TableGrid } from './TableGrid';
import { ViewSelector } from './ViewSelector';

interface ListPageProps {
  readonly table: string;
  readonly viewId: string | undefined;
  /** A dialog keeps its view to itself; a page has it in its address. */
  readonly isDialog?: boolean;
}

/** A table's rows in one of its views, with the command bar above and the count below. */
export function ListPage({ table, viewId, isDialog = false }: ListPageProps): JSX.Element {
  const shell = useShell();
  const { model, router } = shell;
  const [dialogViewId, setDialogViewId] = useState(viewId);
  const wantedId = isDialog ? dialogViewId : viewId;
  const view = (wantedId && model.findView(wantedId)) || model.defaultView(table);
  const openView = (id: string): void => {
    if (isDialog) setDialogViewId(id);
    else void router.open({ kind: 'list', table, viewId: bareId(id) });
  };

  const list = useMemo(() => makeList(shell, view, openView), [shell, table]);
  useEffect(() => {
    if (list.controller.view.id !== view.id) list.controller.setView(view);
  }, [list, view]);
  useDocumentTitle(isDialog ? undefined : view.name);

  return (
    <div className="shell-page">
      <ShellCommandBar context={list.context} handlers={list.handlers} label="Commands" />
      <div className="shell-list-card">
        <div className="shell-list-head">
          <ViewSelector view={view} onSelect={(chosen) => openView(chosen.id)} />
          {model.quickFindView(table) && <QuickFind key={view.id} controller={list.controller} />}
        </div>
        <TableGrid controller={list.controller} label={view.name} onOpen={list.open} isMain />
        {!drawsFooter(model, list.controller) && <GridFooter controller={list.controller} />}
      </div>
    </div>
  );
}

interface List {
  readonly controller: GridController;
  readonly context: CommandContext;
  readonly handlers: PlatformHandlers;
  readonly open: (row: LookupRef) => void;
}

function makeList(shell: Shell, view: GridController['view'], openView: (id: string) => void): List {
  const controller = new GridController(shell.client, shell.model, { view });
  const open = (row: LookupRef): void => void shell.router.open({ kind: 'record', table: row.table, id: row.id });
  const gridControl = makeGridControl({
    controller: () => controller,
    name: 'grid',
    onLoad: new HandlerList(),
    refreshRibbon: () => controller.select(controller.selectedIds),
    openView,
  });
  const firstSelected = (): LookupRef | undefined => controller.selectedRecords[0]?.reference;
  return {
    controller,
    open,
    context: { location: 'homepageGrid', table: view.table, form: undefined, grid: controller, gridControl },
    handlers: {
      new: () => void shell.router.open({ kind: 'record', table: view.table }),
      edit: () => {
        const row = firstSelected();
        if (row) open(row);
      },
      activate: () => void setSelectedState(shell, controller, true),
      deactivate: () => void setSelectedState(shell, controller, false),
      delete: () => void deleteSelected(shell, controller),
      refresh: () => void controller.refresh(),
    },
  };
}
