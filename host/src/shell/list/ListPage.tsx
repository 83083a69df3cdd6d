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
import { KeywordLine } from './KeywordLine';
import { QuickFind } from './QuickFind';
import { deleteSelected, setSelectedState } from './selectedRows';
import { drawsFooter, TableGrid } from './TableGrid';
import { ViewSelector } from './ViewSelector';

interface ListPageProps {
  readonly table: string;
  readonly viewId: string | undefined;
  /** What the rows are searched for. */
  readonly keyword?: string | undefined;
  /** A dialog keeps its view and keyword to itself; a page has them in its address and history. */
  readonly isDialog?: boolean;
}

/** A table's rows in one of its views, with the command bar above and the count below. */
export function ListPage({ table, viewId, keyword, isDialog = false }: ListPageProps): JSX.Element {
  const shell = useShell();
  const { model, router } = shell;
  const [dialogPage, setDialogPage] = useState({ viewId, keyword });
  const { viewId: wantedId, keyword: wantedText = '' } = isDialog ? dialogPage : { viewId, keyword };
  const view = (wantedId && model.findView(wantedId)) || model.defaultView(table);
  const openView = (id: string): void => {
    if (isDialog) setDialogPage({ viewId: id, keyword: undefined });
    else void router.open({ kind: 'list', table, viewId: bareId(id) });
  };
  const search = (text: string): void => {
    if (isDialog) setDialogPage({ viewId: wantedId, keyword: text });
    else router.replace({ kind: 'list', table, ...(viewId === undefined ? {} : { viewId }), keyword: text });
  };

  const list = useMemo(() => makeList(shell, view, wantedText, openView), [shell, table]);
  useEffect(() => {
    if (list.controller.view.id !== view.id) list.controller.setView(view, wantedText);
    else list.controller.setQuickFind(wantedText);
  }, [list, view, wantedText]);
  useDocumentTitle(isDialog ? undefined : view.name);

  return (
    <div className="shell-page">
      <ShellCommandBar context={list.context} handlers={list.handlers} label="Commands" />
      <div className="shell-list-card">
        <div className="shell-list-head">
          <ViewSelector view={view} onSelect={(chosen) => openView(chosen.id)} />
          {model.quickFindView(table) && <QuickFind label={view.name} keyword={wantedText} onSearch={search} />}
        </div>
        <KeywordLine controller={list.controller} onSearch={search} />
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

function makeList(shell: Shell, view: GridController['view'], keyword: string, openView: (id: string) => void): List {
  const controller = new GridController(shell.client, shell.model, { view });
  controller.quickFindText = keyword;
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
