import type { Refreshable } from '../ui/port';

/** What a ribbon hands over as SelectedControl (a grid) or PrimaryControl (a form). */
export interface RibbonControl {
  refresh?(): void;
  /** Grids: the query of what they show, filters included. */
  getFetchXml?(): string;
  /** Forms. */
  data?: { refresh(save: boolean): unknown };
  ui?: { refreshRibbon(refreshAll?: boolean): void };
}

/** A grid reads its rows again; a form its row, whose command bar follows. */
export function rowsOf(control: RibbonControl): Refreshable {
  return {
    refresh() {
      if (control.data) {
        void control.data.refresh(false);
        control.ui?.refreshRibbon();
      } else control.refresh?.();
    },
  };
}

/** The query of the rows that the grid shows. */
export function viewFetchXml(control: RibbonControl): string {
  if (!control.getFetchXml) throw new Error('This list offers no query of its rows.');
  return control.getFetchXml();
}
