import { child, children, childText, type XmlElement } from '@bbl/dataverse/solution';
import { descendants, documentsLike, FORM_FILE, type LintSubject, TABLE_FILE, VIEW_FILE } from './subject';

/** An id that a component has for good. */
export interface Identity {
  readonly file: string;
  /** What has it, for people: `view bbl_invoice/Invoices`. Parts of forms have none: they belong to their form. */
  readonly component?: string;
  readonly id: string;
}

const name = (element: XmlElement): string =>
  children(element, 'LocalizedNames', 'LocalizedName')[0]?.attributes['description'] ?? '';

/** Every place where the solution gives something its id; an id that is missing is ''. */
export function identitiesOf(subject: LintSubject): Identity[] {
  return [
    ...viewIdentities(subject),
    ...formIdentities(subject),
    ...gridControlIdentities(subject),
    ...securityIdentities(subject),
    ...codeIdentities(subject),
  ];
}

function viewIdentities(subject: LintSubject): Identity[] {
  return documentsLike(subject, VIEW_FILE).flatMap(({ path, root, groups: [table = ''] }) =>
    children(root, 'savedquery').map((query) => ({
      file: path,
      component: `view ${table.toLowerCase()}/${name(query)}`,
      id: childText(query, 'savedqueryid') ?? '',
    })),
  );
}

/** Attributes that carry an id, by element of a form. */
const FORM_PARTS: { readonly [element: string]: string } = {
  tab: 'id',
  section: 'id',
  cell: 'id',
  header: 'id',
  footer: 'id',
  Library: 'libraryUniqueId',
  Handler: 'handlerUniqueId',
};

function formIdentities(subject: LintSubject): Identity[] {
  return documentsLike(subject, FORM_FILE).flatMap(({ path, root, groups: [table = '', type = ''] }) => {
    const form = child(root, 'systemform');
    if (!form) return [];
    const component = `form ${table.toLowerCase()}/${type}/${name(form)}`;
    const parts = [...descendants(form)].flatMap((element) => formPartId(element) ?? []);
    return [{ file: path, component, id: childText(form, 'formid') ?? '' }, ...parts.map((id) => ({ file: path, id }))];
  });
}

function formPartId(element: XmlElement): string | undefined {
  if (element.name === 'control') return element.attributes['uniqueid'];
  const attribute = FORM_PARTS[element.name];
  return attribute && (element.attributes[attribute] ?? '');
}

function gridControlIdentities(subject: LintSubject): Identity[] {
  return documentsLike(subject, TABLE_FILE).flatMap(({ path, root, groups: [table = ''] }) =>
    children(root, 'CustomControlDefaultConfigs', 'CustomControlDefaultConfig').map((config) => ({
      file: path,
      component: `grid control ${table.toLowerCase()}`,
      id: childText(config, 'CustomControlDefaultConfigId') ?? '',
    })),
  );
}

function securityIdentities(subject: LintSubject): Identity[] {
  const roles = documentsLike(subject, /^Roles\/[^/]+\.xml$/).map(({ path, root }) => ({
    file: path,
    component: `role ${root.attributes['name'] ?? ''}`,
    id: root.attributes['id'] ?? '',
  }));
  const profiles = documentsLike(subject, /^Other\/FieldSecurityProfiles\.xml$/).flatMap(({ path, root }) =>
    children(root, 'FieldSecurityProfile').map((profile) => ({
      file: path,
      component: `column security profile ${profile.attributes['name'] ?? ''}`,
      id: profile.attributes['fieldsecurityprofileid'] ?? '',
    })),
  );
  return [...roles, ...profiles];
}

function codeIdentities(subject: LintSubject): Identity[] {
  const webResources = documentsLike(subject, /^WebResources\//).map(({ path, root }) => ({
    file: path,
    component: `web resource ${childText(root, 'Name') ?? ''}`,
    id: childText(root, 'WebResourceId') ?? '',
  }));
  return [
    ...webResources,
    ...documentsLike(subject, /^PluginAssemblies\//).flatMap(({ path, root }) => assemblyIdentities(path, root)),
    ...documentsLike(subject, /^SdkMessageProcessingSteps\//).flatMap(({ path, root }) => stepIdentities(path, root)),
  ];
}

function assemblyIdentities(file: string, assembly: XmlElement): Identity[] {
  const types = children(assembly, 'PluginTypes', 'PluginType').map((type) => ({
    file,
    component: `plug-in type ${type.attributes['Name'] ?? ''}`,
    id: type.attributes['PluginTypeId'] ?? '',
  }));
  const simpleName = (assembly.attributes['FullName'] ?? '').split(',')[0] ?? '';
  return [
    { file, component: `plug-in assembly ${simpleName}`, id: assembly.attributes['PluginAssemblyId'] ?? '' },
    ...types,
  ];
}

function stepIdentities(file: string, step: XmlElement): Identity[] {
  const component = `step ${step.attributes['Name'] ?? ''}`;
  const images = children(step, 'SdkMessageProcessingStepImages', 'SdkMessageProcessingStepImage').map((image) => ({
    file,
    component: `${component}/image ${image.attributes['Name'] ?? ''}`,
    id: childText(image, 'SdkMessageProcessingStepImageId') ?? '',
  }));
  return [{ file, component, id: step.attributes['SdkMessageProcessingStepId'] ?? '' }, ...images];
}
