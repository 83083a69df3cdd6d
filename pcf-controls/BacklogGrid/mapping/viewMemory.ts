import type { ColumnFilters, ColumnSort, Folds } from '@bbl/pcf-shared/grid-core';

/** What a user chose in one view; what is absent stands as the view has it. */
export interface KeptView {
  readonly filters?: ColumnFilters;
  readonly sorts?: readonly ColumnSort[];
  readonly groupBy?: string | undefined;
  readonly folds?: Folds;
}

type State = Readonly<Record<string, unknown>>;

/** By view and row of the form, of every grid of the page. The platform takes a grid down when a row is opened. */
const keptViews = new Map<string, KeptView>();
const NOTHING: KeptView = {};

/**
 * Keeps what the user chose in each view. The page's own memory brings it back when the user comes back from a row; the
 * control's state brings it back as long as the platform keeps that: for the session. Code components may not use the
 * browser's storage.
 */
export class ViewMemory {
  private state: State = {};

  /**
   * @param state what the platform kept of an earlier control in the same place, null where it kept nothing; what
   *   cannot be read is left out
   */
  open(state: State | null | undefined): void {
    this.state = state ?? {};
    for (const [viewKey, text] of Object.entries(this.state)) {
      const view = keptViews.has(viewKey) ? undefined : read(text);
      if (view) keptViews.set(viewKey, view);
    }
  }

  of(viewKey: string): KeptView {
    return keptViews.get(viewKey) ?? NOTHING;
  }

  keep(viewKey: string, change: KeptView, mode: Partial<Pick<ComponentFramework.Mode, 'setControlState'>>): void {
    const view = { ...this.of(viewKey), ...change };
    keptViews.set(viewKey, view);
    this.state = { ...this.state, [viewKey]: write(view) };
    mode.setControlState?.(this.state);
  }
}

const write = (view: KeptView): string =>
  JSON.stringify(view, (_, value: unknown) => (value instanceof Map || value instanceof Set ? [...value] : value));

function read(text: unknown): KeptView | undefined {
  try {
    const { filters, folds, ...view } = JSON.parse(String(text));
    return {
      ...view,
      ...(filters && { filters: new Map(filters) }),
      ...(folds && { folds: { ...folds, exceptions: new Set(folds.exceptions) } }),
    };
  } catch {
    return undefined;
  }
}
