import { useMemo, useState } from 'react';
import type { GridController } from '../grid/gridController';
import type { ColumnFilter } from './columnFilters';
import { filterGroupOf, type ListFilters, type ListMemory } from './listMemory';

const NO_FILTERS: ListFilters = new Map();

/** The headers' filters. A view starts with those that were kept of it, without a memory with none. */
export function useColumnFilters(controller: GridController, memory: ListMemory | undefined) {
  const viewId = controller.view.id;
  const [state, setState] = useState<{ viewId: string; filters: ListFilters }>();
  const kept = useMemo(() => memory?.of(controller).filters ?? NO_FILTERS, [memory, controller, viewId]);
  const filters = state?.viewId === viewId ? state.filters : kept;
  const show = (next: ListFilters): void => {
    setState({ viewId, filters: next });
    memory?.keep(controller, { filters: next });
    controller.setFilter(filterGroupOf(controller, next));
  };
  const setFilter = (name: string, filter: ColumnFilter | undefined): void => {
    const next = new Map(filters);
    if (filter) next.set(name, filter);
    else next.delete(name);
    show(next);
  };
  return { filters, setFilter, clearFilters: () => show(NO_FILTERS) };
}
