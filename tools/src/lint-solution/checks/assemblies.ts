import { childText, children, type XmlElement } from '@bbl/dataverse/solution';
import { type Finding, rule } from '../finding';
import { type Check, documentsLike } from '../subject';

const otherName = rule(
  'assembly-names',
  'Write the full name of the assembly after the type: the platform finds the type by it.',
);
const otherPart = rule(
  'assembly-parts',
  'Write FileName as /PluginAssemblies/<Name>-<GUID in upper case>/<Name>.dll, and put the .data.xml there.',
);

/** Assembly, types and steps spell one identity alike, and the file is where its metadata says (platform.md 1.19). */
export const checkAssemblies: Check = (subject) => {
  const assemblies = documentsLike(subject, /^PluginAssemblies\/(.+)\.data\.xml$/);
  const typeNames = assemblies.flatMap(({ root }) => typesOf(root)).map(({ qualified }) => qualified);
  return [
    ...assemblies.flatMap(({ path, root, groups: [file = ''] }) => [
      ...checkTypes(path, root),
      ...checkPart(path, root, file),
    ]),
    ...documentsLike(subject, /^SdkMessageProcessingSteps\//).flatMap(({ path, root }): Finding[] => {
      const name = childText(root, 'PluginTypeName') ?? '';
      return typeNames.includes(name) ? [] : [otherName(path, `no plug-in type is called '${name}'`)];
    }),
  ];
};

const typesOf = (assembly: XmlElement) =>
  children(assembly, 'PluginTypes', 'PluginType').map(({ attributes }) => ({
    name: attributes['Name'] ?? '',
    qualified: attributes['AssemblyQualifiedName'] ?? '',
  }));

function checkTypes(path: string, assembly: XmlElement): Finding[] {
  const fullName = assembly.attributes['FullName'] ?? '';
  return typesOf(assembly)
    .filter(({ name, qualified }) => qualified !== `${name}, ${fullName}`)
    .map(({ name, qualified }) => otherName(path, `${name} is called '${qualified}'`));
}

function checkPart(path: string, assembly: XmlElement, file: string): Finding[] {
  const name = (assembly.attributes['FullName'] ?? '').split(',')[0]?.replaceAll('.', '') ?? '';
  const id = (assembly.attributes['PluginAssemblyId'] ?? '').replace(/[{}]/g, '').toUpperCase();
  const expected = `${name}-${id}/${name}.dll`;
  return [
    ...(childText(assembly, 'FileName') === `/PluginAssemblies/${expected}`
      ? []
      : [otherPart(path, `FileName is not /PluginAssemblies/${expected}`)]),
    ...(file === expected ? [] : [otherPart(path, `it does not lie in PluginAssemblies/${expected}`)]),
  ];
}
