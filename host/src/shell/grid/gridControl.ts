import { bareId } from '../api/rows';
import type { EventHandler, HandlerList } from '../form/events';
import { collection } from '../xrm/collection';
import { KIND_MEMBERS, strict } from '../xrm/strict';
import { toClientLookup } from '../xrm/utility';
import type { GridController } from './gridController';
import type { GridRecord } from './gridRecord';

/** What a grid control of the client API stands for. */
export interface GridControlSource {
  /** Undefined for a sub-grid whose form has no row yet. */
  readonly controller: () => GridController | undefined;
  readonly name: string;
  readonly onLoad: HandlerList;
  readonly refreshRibbon: () => void;
  /** Main grids: shows another view of the table. */
  readonly openView?: (viewId: string) => void;
}

export type GridControl = ReturnType<typeof gridControlMembers>;

/** The grid control that commands get as `SelectedControl`. */
export const makeGridControl = (source: GridControlSource): GridControl =>
  strict(`grid ${source.name}`, gridControlMembers(source), KIND_MEMBERS);

/** Its members; sub-grids add those of a form control. */
export function gridControlMembers(source: GridControlSource) {
  const rows = (): readonly GridRecord[] => source.controller()?.records ?? [];
  const selected = (): readonly GridRecord[] => source.controller()?.selectedRecords ?? [];
  const required = (): GridController => {
    const controller = source.controller();
    if (!controller) throw new Error(`The grid ${source.name} has no rows before the form is saved`);
    return controller;
  };
  return {
    getName: () => source.name,
    getControlType: () => 'subgrid',
    getEntityName: () => required().table.name,
    /** The query of everything that the grid shows over all pages, filters and search included. */
    getFetchXml: () => required().fetchXml(),
    getGridType: () => (source.controller()?.parent ? 2 : 1),
    getGrid: () =>
      strict('grid', {
        getRows: () =>
          collection(
            () => rows().map(toRow),
            (row) => row.data.entity.getId(),
          ),
        getSelectedRows: () =>
          collection(
            () => selected().map(toRow),
            (row) => row.data.entity.getId(),
          ),
        getTotalRecordCount: () => source.controller()?.total ?? 0,
      }),
    getViewSelector: () => viewSelector(source, required),
    refresh: () => source.controller()?.refresh() ?? Promise.resolve(),
    refreshRibbon: () => source.refreshRibbon(),
    addOnLoad: (handler: EventHandler) => source.onLoad.add(handler),
    removeOnLoad: (handler: EventHandler) => source.onLoad.remove(handler),
  };
}

function viewSelector(source: GridControlSource, required: () => GridController) {
  return strict('view selector', {
    getCurrentView: () => ({ id: required().view.id, name: required().view.name, entityType: 'savedquery' }),
    setCurrentView: (view: { id: string }) => {
      if (!source.openView) throw new Error('This grid has no view selector');
      source.openView(bareId(view.id));
    },
    isVisible: () => source.openView !== undefined,
  });
}

function toRow(record: GridRecord) {
  const entity = strict('row entity', {
    getId: () => record.id,
    getEntityName: () => record.table.name,
    getEntityReference: () => toClientLookup(record.reference),
    getPrimaryAttributeValue: () => record.name,
    attributes: {
      get: (name: string) => ({ getName: () => name, getValue: () => record.raw(name) }),
    },
  });
  const data = strict('row data', { entity });
  return strict('row', { data, getData: () => data });
}
