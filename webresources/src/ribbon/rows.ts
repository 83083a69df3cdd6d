import type { Refreshable } from '../ui/port';

/** What a ribbon hands over as SelectedControl (a grid) or PrimaryControl (a form). */
export interface RibbonControl {
  refresh?(): void;
  /** Grids: the query of what they show, filters included. */
  getFetchXml?(): string;
  /** Forms. */
  data?: { refresh(save: boolean): unknown; getIsDirty?(): boolean };
  ui?: { refreshRibbon(refreshAll?: boolean): void; close?(): void };
  getControl?(filter: (control: FormPart) => boolean): unknown;
}

interface FormPart {
  getControlType(): string;
  refresh?(): void;
}

/** A grid reads its rows again; a form its row and those of its sub-grids, and its command bar follows. */
export function rowsOf(control: RibbonControl): Refreshable {
  return {
    refresh() {
      if (control.data) refreshForm(control, control.data);
      else control.refresh?.();
    },
  };
}

function refreshForm(form: RibbonControl, data: NonNullable<RibbonControl['data']>): void {
  // What was typed in the meantime stays; the platform reads sub-grids only when asked.
  if (!data.getIsDirty?.()) void data.refresh(false);
  const grids = form.getControl?.((part) => part.getControlType() === 'subgrid') as FormPart[] | undefined;
  grids?.forEach((grid) => grid.refresh?.());
  form.ui?.refreshRibbon();
}

/** The query of the rows that the grid shows. */
export function viewFetchXml(control: RibbonControl): string {
  if (!control.getFetchXml) throw new Error('This list offers no query of its rows.');
  return control.getFetchXml();
}
