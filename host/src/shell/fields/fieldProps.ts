import type { FormAttribute } from '../form/attribute';
import type { FormModel } from '../form/formModel';
import type { ControlState } from '../form/layout';

/** What an input of a field gets. The label stands beside it, so inputs name themselves with `aria-label`. */
export interface FieldProps {
  readonly form: FormModel;
  readonly control: ControlState;
  readonly attribute: FormAttribute;
  readonly isLocked: boolean;
  /** Id of the element that takes the focus. */
  readonly elementId: string;
  readonly label: string;
  readonly isInvalid: boolean;
  /** Id of the element that says what is wrong. */
  readonly describedBy: string | undefined;
}
