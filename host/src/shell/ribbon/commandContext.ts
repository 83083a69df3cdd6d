import type { RibbonButton } from '@bbl/dataverse/metadata';
import type { LookupRef } from '../api/rows';
import type { FormModel } from '../form/formModel';
import type { GridControl } from '../grid/gridControl';
import type { GridController } from '../grid/gridController';

export type RibbonLocation = RibbonButton['location'];

/** Where a command bar stands and what its commands act on. */
export interface CommandContext {
  readonly location: RibbonLocation;
  /** Table of the rows that the commands act on. */
  readonly table: string;
  /** The form, or the form around a sub-grid. */
  readonly form: FormModel | undefined;
  readonly grid: GridController | undefined;
  readonly gridControl: GridControl | undefined;
}

export interface ItemReference {
  readonly Id: string;
  readonly Name: string;
  readonly TypeName: string;
}

/** Rows of the grid as ribbon parameters name them. */
export interface GridItems {
  readonly selected: readonly LookupRef[];
  readonly all: readonly LookupRef[];
}

export function gridItems({ grid }: CommandContext): GridItems {
  if (!grid) return { selected: [], all: [] };
  return {
    selected: grid.selectedRecords.map((record) => record.reference),
    all: grid.records.map((record) => record.reference),
  };
}

export const toItemReference = (row: LookupRef): ItemReference => ({ Id: row.id, Name: row.name, TypeName: row.table });
