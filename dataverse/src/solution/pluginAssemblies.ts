import type { PluginAssemblyMetadata, SolutionFiles } from '../metadata';
import { readXmlFiles } from './files';
import { children, guidOf, requiredAttribute } from './xml';

/** Plug-in assemblies with their types, `PluginAssemblies/<Name>-<GUID>/<Name>.dll.data.xml` (platform.md 1.19). */
export function readPluginAssemblies(files: SolutionFiles): PluginAssemblyMetadata[] {
  return readXmlFiles(files, /^PluginAssemblies\/[^/]+\/[^/]+\.dll\.data\.xml$/, 'PluginAssembly', (root) => ({
    id: guidOf(requiredAttribute(root, 'PluginAssemblyId'), 'PluginAssemblyId'),
    fullName: requiredAttribute(root, 'FullName'),
    types: children(root, 'PluginTypes', 'PluginType').map((type) => ({
      id: guidOf(requiredAttribute(type, 'PluginTypeId'), 'PluginTypeId'),
      name: requiredAttribute(type, 'Name'),
    })),
  }));
}
