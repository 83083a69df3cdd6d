import type { SolutionModel } from '@bbl/dataverse';
import { children } from '@bbl/dataverse/solution';
import { rule } from '../finding';
import { type Check, documentsLike } from '../subject';

const FILE = 'Other/Solution.xml';

const notListed = rule('root-components', 'List it among RootComponents, or take its file out.');
const noFile = rule('root-component-files', 'Take the entry out, or add the file.');

/** Every component is listed as a root component, and every entry has its file (platform.md 1.5, 1.23). */
export const checkRootComponents: Check = (subject) => {
  const expected = expectedComponents(subject.model);
  const listed = documentsLike(subject, /^Other\/Solution\.xml$/)
    .flatMap(({ root }) => children(root, 'SolutionManifest', 'RootComponents', 'RootComponent'))
    .map(({ attributes }) => {
      const { type = '', schemaName, id = '' } = attributes;
      return keyOf(Number(type), schemaName ?? id.replace(/[{}]/g, '').toLowerCase());
    });
  return [
    ...expected.filter((key) => !listed.includes(key)).map((key) => notListed(FILE, `${key} is not listed`)),
    ...listed.filter((key) => !expected.includes(key)).map((key) => noFile(FILE, `${key} has no file`)),
    ...listed
      .filter((key, position) => listed.indexOf(key) !== position)
      .map((key) => noFile(FILE, `${key} is listed twice`)),
  ];
};

const keyOf = (type: number, name: string): string => `component ${type} ${name}`;

/** Parts of the component framework (custom APIs, environment variables) are not listed: their folders suffice. */
function expectedComponents(model: SolutionModel): string[] {
  return [
    ...model.tables.map(({ name }) => keyOf(1, name)),
    ...model.choices.filter(({ isGlobal }) => isGlobal).map(({ name }) => keyOf(9, name)),
    ...model.roles.map(({ id }) => keyOf(20, id)),
    ...model.webResources.map(({ name }) => keyOf(61, name)),
    ...model.apps.map(({ uniqueName }) => keyOf(62, uniqueName)),
    ...model.controls.map(({ name }) => keyOf(66, name)),
    ...model.columnSecurityProfiles.map(({ id }) => keyOf(70, id)),
    ...model.apps.map(({ uniqueName }) => keyOf(80, uniqueName)),
    ...model.pluginAssemblies.map(({ fullName }) => keyOf(91, fullName)),
    ...model.steps.map(({ id }) => keyOf(92, id)),
  ];
}
