import { collection } from '../xrm/collection';
import { strict } from '../xrm/strict';
import type { ControlFacade } from './controlFacade';
import type { EventHandler } from './events';
import { formActions } from './formActions';
import type { FormModel, FormNotificationLevel } from './formModel';
import type { SectionState, TabState } from './layout';

const FORM_TYPES = { create: 1, update: 2, readOnly: 3 } as const;

/** `formContext.ui`. */
export function uiFacade(form: FormModel, controls: readonly ControlFacade[]) {
  const tabs = form.layout.tabs.map((tab) => tabFacade(form, tab, controls));
  return strict('formContext.ui', {
    controls: collection(
      () => controls,
      (control) => control.getName(),
    ),
    tabs: collection(
      () => tabs,
      (tab) => tab.getName(),
    ),
    getFormType: () => FORM_TYPES[form.mode],
    setFormNotification: (message: string, level: FormNotificationLevel, id: string) => {
      form.notify(level, message, id);
      return true;
    },
    clearFormNotification: (id: string) => form.clearNotification(id),
    refreshRibbon: () => form.update(() => undefined),
    close: () => formActions(form).close(),
    addOnLoad: (handler: EventHandler) => form.onLoad.add(handler),
    removeOnLoad: (handler: EventHandler) => form.onLoad.remove(handler),
    formSelector: {
      getCurrentItem: () => ({ getId: () => form.metadata.id, getLabel: () => form.metadata.name }),
    },
  });
}

function tabFacade(form: FormModel, tab: TabState, controls: readonly ControlFacade[]) {
  const sections = tab.columns
    .flatMap((column) => column.sections)
    .map((section) => sectionFacade(form, section, controls));
  return strict(`tab ${tab.metadata.name}`, {
    getName: () => tab.metadata.name,
    getLabel: () => tab.label,
    setLabel: (label: string) => form.update(() => (tab.label = label)),
    getVisible: () => tab.isVisible,
    setVisible: (isVisible: boolean) => form.update(() => (tab.isVisible = isVisible)),
    getDisplayState: () => (form.activeTab === tab ? 'expanded' : 'collapsed'),
    setDisplayState: (state: 'expanded' | 'collapsed') => {
      if (state === 'expanded') form.showTab(tab);
    },
    setFocus: () => form.showTab(tab),
    sections: collection(
      () => sections,
      (section) => section.getName(),
    ),
  });
}

function sectionFacade(form: FormModel, section: SectionState, controls: readonly ControlFacade[]) {
  const own = new Set(section.rows.flat().flatMap((cell) => (cell.control ? [cell.control.id] : [])));
  return strict(`section ${section.metadata.name}`, {
    getName: () => section.metadata.name,
    getLabel: () => section.label,
    setLabel: (label: string) => form.update(() => (section.label = label)),
    getVisible: () => section.isVisible,
    setVisible: (isVisible: boolean) => form.update(() => (section.isVisible = isVisible)),
    controls: collection(
      () => controls.filter((control) => own.has(control.getName())),
      (control) => control.getName(),
    ),
  });
}
