import type { FormAttribute } from './attribute';
import { lockOf } from './access';
import type { FormModel } from './formModel';

/** A field that keeps the row from being saved. */
export interface FieldProblem {
  readonly attribute: FormAttribute;
  readonly label: string;
  readonly message: string;
}

/** Fields that are visible, open and required but empty, that hold no value, or that a script marked. */
export function fieldProblems(form: FormModel): readonly FieldProblem[] {
  return [...form.attributes.values()].flatMap((attribute) => {
    const message = problemOf(form, attribute);
    if (message === undefined) return [];
    const label = controlsOf(form, attribute)[0]?.label ?? attribute.column.displayName;
    return [{ attribute, label, message }];
  });
}

function problemOf(form: FormModel, attribute: FormAttribute): string | undefined {
  if (attribute.inputError !== undefined) return attribute.inputError;
  const controls = controlsOf(form, attribute);
  const marked = controls.flatMap((control) => control.notifications)[0];
  if (marked) return marked.text;
  const isOpen = controls.some((control) => control.isVisible && lockOf(form, control) === 'none');
  const isEmpty = attribute.value === null || attribute.value === '';
  return isOpen && isEmpty && attribute.requiredLevel === 'required' ? 'Required fields must be filled in.' : undefined;
}

const controlsOf = (form: FormModel, attribute: FormAttribute) =>
  form.layout.controls.filter((control) => control.column?.name === attribute.name);
