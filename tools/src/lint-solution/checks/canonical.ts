import { childText, children, type XmlElement } from '@bbl/dataverse/solution';
import { type Finding, rule } from '../finding';
import * as shapes from '../shapes';
import { type Check, descendants, documentsLike } from '../subject';

const otherShape = rule(
  'canonical-elements',
  'Write the elements of platform.md section 1, all and in order: other shapes fail on import.',
);

/** Which elements of which files have which shape. */
const SHAPED: readonly { readonly files: RegExp; readonly element: string; readonly shape: shapes.Shape }[] = [
  { files: /^Entities\/[^/]+\/Entity\.xml$/, element: 'Entity', shape: shapes.ENTITY_FILE },
  { files: /^Entities\/[^/]+\/Entity\.xml$/, element: 'entity', shape: shapes.ENTITY },
  { files: /^Entities\/[^/]+\/Entity\.xml$/, element: 'optionset', shape: shapes.LOCAL_OPTION_SET },
  { files: /^Entities\/[^/]+\/Entity\.xml$/, element: 'EntityKey', shape: shapes.ENTITY_KEY },
  { files: /^Entities\/[^/]+\/Entity\.xml$/, element: 'CustomControlDefaultConfig', shape: shapes.GRID_CONTROL },
  { files: /^Entities\/[^/]+\/SavedQueries\//, element: 'savedquery', shape: shapes.SAVED_QUERY },
  { files: /^Entities\/[^/]+\/FormXml\//, element: 'systemform', shape: shapes.SYSTEM_FORM },
  { files: /^Entities\/[^/]+\/FormXml\//, element: 'form', shape: shapes.FORM },
  { files: /^Entities\/[^/]+\/RibbonDiff\.xml$/, element: 'RibbonDiffXml', shape: shapes.RIBBON },
  { files: /^Other\/Relationships\//, element: 'EntityRelationship', shape: shapes.RELATIONSHIP },
  { files: /^Other\/FieldSecurityProfiles\.xml$/, element: 'FieldPermission', shape: shapes.FIELD_PERMISSION },
  { files: /^Other\/Solution\.xml$/, element: 'SolutionManifest', shape: shapes.MANIFEST },
  { files: /^Other\/Solution\.xml$/, element: 'Publisher', shape: shapes.PUBLISHER },
  { files: /^Other\/Solution\.xml$/, element: 'Address', shape: shapes.ADDRESS },
  { files: /^Other\/Customizations\.xml$/, element: 'ImportExportXml', shape: shapes.CUSTOMIZATIONS },
  { files: /^OptionSets\//, element: 'optionset', shape: shapes.OPTION_SET },
  { files: /^Roles\//, element: 'Role', shape: shapes.ROLE },
  { files: /^WebResources\//, element: 'WebResource', shape: shapes.WEB_RESOURCE },
  { files: /^Controls\//, element: 'CustomControl', shape: shapes.CONTROL },
  { files: /^PluginAssemblies\//, element: 'PluginAssembly', shape: shapes.PLUGIN_ASSEMBLY },
  { files: /^SdkMessageProcessingSteps\//, element: 'SdkMessageProcessingStep', shape: shapes.STEP },
  { files: /^SdkMessageProcessingSteps\//, element: 'SdkMessageProcessingStepImage', shape: shapes.STEP_IMAGE },
  { files: /^AppModules\//, element: 'AppModule', shape: shapes.APP_MODULE },
  { files: /^AppModuleSiteMaps\//, element: 'AppModuleSiteMap', shape: shapes.APP_SITE_MAP },
  { files: /^customapis\//, element: 'customapi', shape: shapes.CUSTOM_API },
  { files: /^customapis\//, element: 'customapirequestparameter', shape: shapes.API_PARAMETER },
  { files: /^customapis\//, element: 'customapiresponseproperty', shape: shapes.API_PROPERTY },
  {
    files: /^environmentvariabledefinitions\//,
    element: 'environmentvariabledefinition',
    shape: shapes.ENVIRONMENT_VARIABLE,
  },
];

/** Elements are complete and in canonical order (platform.md 1.1: other shapes failed where others tried them). */
export const checkCanonicalElements: Check = (subject) => [
  ...SHAPED.flatMap(({ files, element, shape }) =>
    documentsLike(subject, files).flatMap(({ path, root }) =>
      [...descendants(root)]
        .filter(({ name }) => name === element)
        .flatMap((item) => shapes.shapeProblems(item, shape).map((problem) => otherShape(path, problem))),
    ),
  ),
  ...documentsLike(subject, /^Entities\/[^/]+\/Entity\.xml$/).flatMap(({ path, root }) =>
    children(root, 'EntityInfo', 'entity', 'attributes', 'attribute').flatMap((attribute) =>
      checkAttribute(path, attribute),
    ),
  ),
];

function checkAttribute(path: string, attribute: XmlElement): Finding[] {
  const shape = shapes.attributeShape(childText(attribute, 'Type') ?? '');
  const name = attribute.attributes['PhysicalName'] ?? '';
  if (!shape) return [otherShape(path, `${name} has a type that is not used here`)];
  return shapes.shapeProblems(attribute, shape).map((problem) => otherShape(path, `${name}: ${problem}`));
}
