import { gridControlMembers } from '../grid/gridControl';
import { KIND_MEMBERS, strict } from '../xrm/strict';
import type { AttributeFacade } from './attributeFacade';
import type { EventHandler } from './events';
import type { FormModel } from './formModel';
import type { ControlState } from './layout';

export type ControlFacade = ReturnType<typeof controlFacade>;

/** Members of every control. */
function commonMembers(form: FormModel, control: ControlState) {
  return {
    getName: () => control.id,
    getControlType: () => (control.kind === 'subgrid' ? 'subgrid' : controlType(control)),
    getLabel: () => control.label,
    setLabel: (label: string) => form.update(() => (control.label = label)),
    getVisible: () => control.isVisible,
    setVisible: (isVisible: boolean) => form.update(() => (control.isVisible = isVisible)),
    getParent: () => (control.section ? { getName: () => control.section?.metadata.name ?? '' } : null),
  };
}

/** Members of controls that show a column. */
function fieldMembers(form: FormModel, control: ControlState, attribute: () => AttributeFacade | null) {
  return {
    getAttribute: attribute,
    getDisabled: () => control.isDisabled,
    setDisabled: (isDisabled: boolean) => form.update(() => (control.isDisabled = isDisabled)),
    setNotification: (text: string, id: string) => {
      form.update(() => {
        control.notifications = [...control.notifications.filter((item) => item.id !== id), { id, text }];
      });
      return true;
    },
    clearNotification: (id?: string) => {
      form.update(() => {
        control.notifications = id === undefined ? [] : control.notifications.filter((item) => item.id !== id);
      });
      return true;
    },
    setFocus: () => document.getElementById(fieldElementId(control.id))?.focus(),
    /** Lookups: narrows the next search; to be called from a pre-search handler. */
    addCustomFilter: (filterXml: string) => void (control.customFilters = [...control.customFilters, filterXml]),
    addPreSearch: (handler: EventHandler) => control.preSearch.add(handler),
    removePreSearch: (handler: EventHandler) => control.preSearch.remove(handler),
  };
}

/** Members of controls of a choice: what its list offers, in its order. The column's own options stay as they are. */
function choiceMembers(form: FormModel, control: ControlState) {
  const offer = (options: ControlState['options']): void => form.update(() => (control.options = options));
  const without = (value: number): ControlState['options'] =>
    control.options.filter((option) => option.value !== value);
  return {
    getOptions: () => control.options.map(({ value, label }) => ({ value, text: label })),
    removeOption: (value: number) => offer(without(value)),
    clearOptions: () => offer([]),
    addOption: ({ value, text }: { readonly value: number; readonly text: string }, index?: number) => {
      const options = [...without(value)];
      options.splice(index ?? options.length, 0, { value, label: text });
      offer(options);
    },
  };
}

/** A control of the form as client scripts know it. A sub-grid is a grid control. */
export function controlFacade(form: FormModel, control: ControlState, attribute: () => AttributeFacade | null) {
  const common = commonMembers(form, control);
  if (control.kind !== 'subgrid') {
    const choice = control.column?.options ? choiceMembers(form, control) : {};
    const members = { ...common, ...fieldMembers(form, control, attribute), ...choice };
    return strict(`control ${control.id}`, members, KIND_MEMBERS);
  }
  const grid = gridControlMembers({
    controller: () => control.grid,
    name: control.id,
    onLoad: control.gridOnLoad,
    refreshRibbon: () => form.update(() => undefined),
  });
  return strict(`control ${control.id}`, { ...grid, ...common }, KIND_MEMBERS);
}

/** Id of the element that takes the focus of a field. */
export const fieldElementId = (controlId: string): string => `field-${controlId}`;

function controlType({ kind, column }: ControlState): string {
  if (kind === 'webresource') return 'webresource';
  if (column?.targets) return 'lookup';
  if (column?.options) return 'optionset';
  return 'standard';
}
