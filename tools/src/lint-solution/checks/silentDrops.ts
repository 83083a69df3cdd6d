import { children, child } from '@bbl/dataverse/solution';
import { type Finding, rule } from '../finding';
import { type Check, descendants, documentsLike, type LintSubject, TABLE_FILE } from '../subject';

const noMarker = rule('entity-markers', 'Write the empty element: without it the sibling folder is not packed.');
const misplaced = rule(
  'misplaced-files',
  'Move the file to Other/FieldSecurityProfiles.xml: elsewhere it is not packed.',
);
const innerGridControl = rule('misplaced-grid-control', 'Move it behind RibbonDiffXml, outside the inner <entity>.');
const frameworkFile = rule('framework-files', 'Take XML declaration and comments out: the import fails with them.');
const unknownFile = rule(
  'unknown-files',
  'Put the file where SolutionPackager looks for it, or take it out: it is not packed.',
);

const MARKERS = ['FormXml', 'SavedQueries', 'RibbonDiffXml'];

/** Where the packer looks for files (platform.md 1.3). */
const KNOWN_FILES: readonly RegExp[] = [
  /^Other\/(Solution|Customizations|Relationships|FieldSecurityProfiles)\.xml$/,
  /^Other\/Relationships\/[^/]+\.xml$/,
  /^Entities\/[^/]+\/(Entity|RibbonDiff)\.xml$/,
  /^Entities\/[^/]+\/FormXml\/(main|quick|card|quickCreate)\/\{[^/]+\}\.xml$/,
  /^Entities\/[^/]+\/SavedQueries\/\{[^/]+\}\.xml$/,
  /^(OptionSets|Roles)\/[^/]+\.xml$/,
  /^WebResources\/.+$/,
  /^PluginAssemblies\/[^/]+\/[^/]+\.dll(\.data\.xml)?$/,
  /^SdkMessageProcessingSteps\/\{[^/]+\}\.xml$/,
  /^Controls\/[^/]+\/.+$/,
  /^AppModules\/[^/]+\/AppModule\.xml$/,
  /^AppModuleSiteMaps\/[^/]+\/AppModuleSiteMap\.xml$/,
  /^customapis\/[^/]+\/customapi\.xml$/,
  /^customapis\/[^/]+\/customapirequestparameters\/[^/]+\/customapirequestparameter\.xml$/,
  /^customapis\/[^/]+\/customapiresponseproperties\/[^/]+\/customapiresponseproperty\.xml$/,
  /^environmentvariabledefinitions\/[^/]+\/environmentvariabledefinition\.xml$/,
];

/** The traps of platform.md 1.23 that no other check covers: parts that pack or import drops without a word. */
export const checkSilentDrops: Check = (subject) => [
  ...checkEntities(subject),
  ...[...subject.files.keys()].flatMap(checkPath),
  ...[...subject.files].flatMap(([path, content]) => checkFrameworkFile(path, content)),
];

function checkEntities(subject: LintSubject): Finding[] {
  return documentsLike(subject, TABLE_FILE).flatMap(({ path, root }) => {
    const inner = child(child(root, 'EntityInfo') ?? root, 'entity') ?? root;
    const isInside = [...descendants(inner)].some(({ name }) => name === 'CustomControlDefaultConfigs');
    return [
      ...MARKERS.filter((name) => children(root, name).length === 0).map((name) =>
        noMarker(path, `it has no <${name} />`),
      ),
      ...(isInside ? [innerGridControl(path, 'CustomControlDefaultConfigs stands inside <entity>')] : []),
    ];
  });
}

function checkPath(path: string): Finding[] {
  if (KNOWN_FILES.some((pattern) => pattern.test(path))) return [];
  return [
    path.endsWith('FieldSecurityProfiles.xml')
      ? misplaced(path, 'it is not packed')
      : unknownFile(path, 'it is not packed'),
  ];
}

const FRAMEWORK = /^(customapis|environmentvariabledefinitions)\/.+\.xml$/;

function checkFrameworkFile(path: string, content: Uint8Array): Finding[] {
  if (!FRAMEWORK.test(path)) return [];
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
  return [
    ...(text.startsWith('<?xml') || text.startsWith('\ufeff')
      ? [frameworkFile(path, 'it starts with an XML declaration or a byte order mark')]
      : []),
    ...(text.includes('<!--') ? [frameworkFile(path, 'it has a comment')] : []),
  ];
}
