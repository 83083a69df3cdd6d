import { etagOf, bracedId } from '../api/rows';
import { select, type CollectionFilter } from '../xrm/collection';
import { KIND_MEMBERS, strict } from '../xrm/strict';
import { toClientLookup } from '../xrm/utility';
import { attributeFacade, type AttributeFacade } from './attributeFacade';
import { controlFacade, type ControlFacade } from './controlFacade';
import type { EventHandler } from './events';
import type { FormModel } from './formModel';
import { formActions } from './formActions';
import { SaveMode } from './saveMode';
import { uiFacade } from './uiFacade';

const contextByForm = new WeakMap<FormModel, FormContext>();

export type FormContext = ReturnType<typeof makeFormContext>;

/** The form as client scripts know it: always the same object for a form. */
export function formContextOf(form: FormModel): FormContext {
  const known = contextByForm.get(form);
  if (known) return known;
  const made = makeFormContext(form);
  contextByForm.set(form, made);
  return made;
}

function makeFormContext(form: FormModel) {
  const controlsOf = (column: string): readonly ControlFacade[] =>
    controls.filter((_, index) => form.layout.controls[index]?.column?.name === column);
  const attributeOf = (column: string | undefined): AttributeFacade | null =>
    attributes.find((attribute) => attribute.getName() === column) ?? null;
  const attributes: readonly AttributeFacade[] = [...form.attributes.values()].map((attribute) =>
    attributeFacade(form, attribute, () => controlsOf(attribute.name)),
  );
  const controls: readonly ControlFacade[] = form.layout.controls.map((control) =>
    controlFacade(form, control, () => attributeOf(control.column?.name)),
  );
  return strict(
    'formContext',
    {
      data: dataFacade(form, attributes),
      ui: uiFacade(form, controls),
      getAttribute: (filter?: CollectionFilter<AttributeFacade>) =>
        select(attributes, (attribute) => attribute.getName(), filter),
      getControl: (filter?: CollectionFilter<ControlFacade>) =>
        select(controls, (control) => control.getName(), filter),
    },
    KIND_MEMBERS,
  );
}

function dataFacade(form: FormModel, attributes: readonly AttributeFacade[]) {
  return strict('formContext.data', {
    entity: entityFacade(form, attributes),
    attributes: {
      get: (filter?: CollectionFilter<AttributeFacade>) =>
        select(attributes, (attribute) => attribute.getName(), filter),
    },
    addOnLoad: (handler: EventHandler) => form.onDataLoad.add(handler),
    removeOnLoad: (handler: EventHandler) => form.onDataLoad.remove(handler),
    getIsDirty: () => form.isDirty,
    isValid: () => true,
    refresh: (save = false) => formActions(form).refresh(save),
    save: () => formActions(form).save(SaveMode.Save),
  });
}

function entityFacade(form: FormModel, attributes: readonly AttributeFacade[]) {
  return strict('formContext.data.entity', {
    attributes: {
      get: (filter?: CollectionFilter<AttributeFacade>) =>
        select(attributes, (attribute) => attribute.getName(), filter),
      forEach: (visit: (attribute: AttributeFacade, index: number) => void) => attributes.forEach(visit),
      getLength: () => attributes.length,
    },
    getId: () => (form.id === undefined ? '' : bracedId(form.id)),
    getEntityName: () => form.table.name,
    getEntityReference: () => toClientLookup(form.reference ?? { table: form.table.name, id: '', name: form.name }),
    getPrimaryAttributeValue: () => form.name,
    getIsDirty: () => form.isDirty,
    getETag: () => (form.row ? (etagOf(form.row) ?? null) : null),
    isValid: () => true,
    addOnSave: (handler: EventHandler) => form.onSave.add(handler),
    removeOnSave: (handler: EventHandler) => form.onSave.remove(handler),
    addOnPostSave: (handler: EventHandler) => form.onPostSave.add(handler),
    removeOnPostSave: (handler: EventHandler) => form.onPostSave.remove(handler),
    save: (option?: 'saveandclose' | 'saveandnew') => formActions(form).save(saveModeOf(option)),
  });
}

function saveModeOf(option: 'saveandclose' | 'saveandnew' | undefined): number {
  if (option === 'saveandclose') return SaveMode.SaveAndClose;
  return option === 'saveandnew' ? SaveMode.SaveAndNew : SaveMode.Save;
}
