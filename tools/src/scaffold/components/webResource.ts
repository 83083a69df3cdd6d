import { componentId } from '../ids';
import { INTRODUCED_VERSION, XSI } from '../names';
import { element, leaf, leaves, type XmlElement } from '@bbl/dataverse/xmlTree';

const TYPES: Readonly<Record<string, number>> = { html: 1, css: 2, js: 3, xml: 4, png: 5, svg: 11, resx: 12 };

export interface WebResourceSpec {
  /** Name with its path, for example `bbl_/js/commands.js` */
  readonly name: string;
  readonly displayName: string;
  /** Scripts: string tables that have to be there before the script runs. */
  readonly resourceFiles?: readonly string[];
}

/** Text inside text: the platform keeps dependencies as escaped XML. */
function dependencies(resource: WebResourceSpec): string {
  const libraries = (resource.resourceFiles ?? []).map((name) => {
    const id = componentId('webresource', resource.name, 'library', name);
    return `<Library name="${name}" displayName="${name}" languagecode="1033" description="" libraryUniqueId="{${id}}"/>`;
  });
  return `<Dependencies><Dependency componentType="WebResource">${libraries.join('')}</Dependency></Dependencies>`;
}

/** `<file>.data.xml` beside the content. platform.md 1.17 */
export function webResourceElement(resource: WebResourceSpec): XmlElement {
  const { name, displayName } = resource;
  const type = TYPES[name.split('.').at(-1) ?? ''];
  if (!type) throw new Error(`${name} is of no kind that a web resource can be.`);
  const id = componentId('webresource', name);
  const hasResourceFiles = (resource.resourceFiles ?? []).length > 0;
  return element('WebResource', XSI, [
    ...leaves({ WebResourceId: `{${id}}`, Name: name, DisplayName: displayName, LanguageCode: 1033 }),
    ...leaves({ WebResourceType: type, IntroducedVersion: INTRODUCED_VERSION }),
    ...leaves({ IsEnabledForMobileClient: 0, IsAvailableForMobileOffline: 0 }),
    ...(hasResourceFiles ? [leaf('DependencyXml', dependencies(resource))] : []),
    ...leaves({ IsCustomizable: 1, CanBeDeleted: 1, IsHidden: 0 }),
    leaf('FileName', `/WebResources/${name.replaceAll(/[/.]/g, '')}${id.toUpperCase()}`),
  ]);
}
