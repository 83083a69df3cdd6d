import type { SortOrder } from '../fetch/composeFetch';
import type { GridController } from '../grid/gridController';
import { readSessionState, writeSessionState } from '../state/sessionState';
import { toFilterGroup, type ColumnFilter } from './columnFilters';

export type ListFilters = ReadonlyMap<string, ColumnFilter>;

/** What a person set in a list; what is absent stands as the view has it. */
export interface ListChoices {
  readonly filters?: ListFilters;
  readonly sorting?: readonly SortOrder[];
}

/** Keeps filters and sorting of the shell's own lists for the session, by user, view and row of the form. */
export class ListMemory {
  constructor(private readonly userId: string) {}

  /** Filters of columns that the view has no more are left out. */
  of(controller: GridController): ListChoices {
    const { filters, sorting } = readSessionState(this.nameOf(controller)) as {
      readonly filters?: readonly (readonly [string, ColumnFilter])[];
      readonly sorting?: readonly SortOrder[];
    };
    const has = (name: string): boolean => controller.columns.some((column) => column.name === name);
    return {
      ...(filters && { filters: new Map(filters.filter(([name]) => has(name))) }),
      ...(sorting?.every(({ name }) => has(name)) && { sorting }),
    };
  }

  keep(controller: GridController, change: ListChoices): void {
    const { filters, ...choices } = { ...this.of(controller), ...change };
    writeSessionState(this.nameOf(controller), { ...choices, ...(filters && { filters: [...filters] }) });
  }

  /** Gives a list that is opened what was kept of it, for its next load. Returns whether there was anything. */
  restore(controller: GridController): boolean {
    const { filters, sorting } = this.of(controller);
    if (filters) controller.filter = filterGroupOf(controller, filters);
    if (sorting) controller.sorting = sorting;
    return filters !== undefined || sorting !== undefined;
  }

  private nameOf({ view, parent }: GridController): string {
    return JSON.stringify(['list', this.userId, view.id, parent?.id]);
  }
}

/** The filters as the controller sends them. */
export function filterGroupOf(controller: GridController, filters: ListFilters): GridController['filter'] {
  return toFilterGroup(filters, (name) => {
    const type = controller.columns.find((column) => column.name === name)?.metadata.type;
    return type === 'dateonly' || type === 'datetime';
  });
}
