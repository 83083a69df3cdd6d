import type { SolutionFiles, SolutionModel } from '../metadata';
import { readApps } from './apps';
import { readGlobalChoices } from './choices';
import { readColumnSecurityProfiles } from './columnSecurityProfiles';
import { readControls } from './controls';
import { readCustomApis } from './customApis';
import { readEnvironmentVariables } from './environmentVariables';
import { readForms } from './forms';
import { withLookupTargets } from './lookupTargets';
import { readManifest } from './manifest';
import { readPluginAssemblies } from './pluginAssemblies';
import { readRelationships } from './relationships';
import { readRibbons } from './ribbons';
import { readRoles } from './roles';
import { readSteps } from './steps';
import { systemRelationshipsOf } from './systemRelationships';
import { readTables } from './tables';
import { readViews } from './views';
import { readWebResources } from './webResources';

/**
 * The solution as data, from the files of its unpacked folder. Pure: whoever calls brings the files. Parts that the
 * folder does not have come back as empty lists; only `Other/Solution.xml` must exist. Names become logical names,
 * ids lower case without braces.
 * @throws SolutionReadError for the first file that is not what platform.md section 1 says, or that uses a kind of
 *   element the product does not support.
 */
export function readSolution(files: SolutionFiles): SolutionModel {
  const globalChoices = readGlobalChoices(files);
  const choicesByName = new Map(globalChoices.map((choice) => [choice.name, choice]));
  const { tables, localChoices } = readTables(files, (name) => choicesByName.get(name));
  const { oneToMany, manyToMany } = readRelationships(files, tables);
  const relationships = [...oneToMany, ...tables.flatMap(systemRelationshipsOf)];
  return {
    ...readManifest(files),
    tables: withLookupTargets(tables, relationships),
    relationships,
    manyToMany,
    choices: [...globalChoices, ...localChoices],
    views: readViews(files),
    forms: readForms(files),
    ribbons: readRibbons(files),
    apps: readApps(files),
    roles: readRoles(files),
    columnSecurityProfiles: readColumnSecurityProfiles(files),
    pluginAssemblies: readPluginAssemblies(files),
    steps: readSteps(files),
    customApis: readCustomApis(files),
    environmentVariables: readEnvironmentVariables(files),
    webResources: readWebResources(files),
    controls: readControls(files),
  };
}
