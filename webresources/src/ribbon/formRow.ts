import { plainId } from '../client/outcome';
import type { RibbonControl } from './rows';

/** The row of the form that a command stands on, or below whose sub-grid it stands. */
export interface FormRow {
  readonly table: string;
  /** Lower case, no braces; empty while the row is not saved. */
  readonly id: string;
}

/** What a form hands over beside {@link RibbonControl}. */
interface RibbonForm extends RibbonControl {
  data?: RibbonControl['data'] & {
    entity?: { getEntityName(): string; getId(): string; getIsDirty(): boolean };
    save?(): Promise<unknown>;
  };
}

/** The form's row; undefined when the command stands on no form. */
export function formRowOf(control: RibbonControl | null): FormRow | undefined {
  const entity = (control as RibbonForm | null)?.data?.entity;
  return entity && { table: entity.getEntityName(), id: plainId(entity.getId()) };
}

/**
 * Saves what was typed on a form before a command looks at its row; a grid has nothing to save. False when the form
 * could not be saved: it says why itself.
 */
export async function savedBefore(control: RibbonControl): Promise<boolean> {
  const { data } = control as RibbonForm;
  if (!data?.entity?.getIsDirty() || !data.save) return true;
  try {
    await data.save();
    return true;
  } catch {
    return false;
  }
}
