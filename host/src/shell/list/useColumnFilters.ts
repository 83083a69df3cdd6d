import { useState } from 'react';
import type { GridController } from '../grid/gridController';
import { toFilterGroup, type ColumnFilter } from './columnFilters';

const NO_FILTERS: ReadonlyMap<string, ColumnFilter> = new Map();

/** The headers' filters; a new view starts without any. */
export function useColumnFilters(controller: GridController) {
  const [state, setState] = useState<{ viewId: string; filters: ReadonlyMap<string, ColumnFilter> }>({
    viewId: controller.view.id,
    filters: NO_FILTERS,
  });
  const filters: ReadonlyMap<string, ColumnFilter> = state.viewId === controller.view.id ? state.filters : NO_FILTERS;
  const show = (next: ReadonlyMap<string, ColumnFilter>): void => {
    setState({ viewId: controller.view.id, filters: next });
    const isDate = (column: string): boolean => {
      const type = controller.columns.find((candidate) => candidate.name === column)?.metadata.type;
      return type === 'dateonly' || type === 'datetime';
    };
    controller.setFilter(toFilterGroup(next, isDate));
  };
  const setFilter = (name: string, filter: ColumnFilter | undefined): void => {
    const next = new Map(filters);
    if (filter) next.set(name, filter);
    else next.delete(name);
    show(next);
  };
  return { filters, setFilter, clearFilters: () => show(NO_FILTERS) };
}
