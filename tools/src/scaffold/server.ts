import { customApiElement, parameterElement, responseElement, type CustomApiSpec } from './components/customApi';
import { environmentVariableElement, type EnvironmentVariableSpec } from './components/environmentVariable';
import { stepElement, stepId, type PluginTypeReference, type StepSpec } from './components/step';
import { logicalName, schemaName } from './names';
import { ComponentType, registerRootComponent, unregisterRootComponent } from './registry';
import type { SolutionTree } from './solutionTree';
import { childrenNamed, descendant } from '@bbl/dataverse/xmlTree';

/** The two plug-in types: one for steps, one for custom APIs. */
const STEP_TYPE = 'Bbl.Plugins.StepPlugin';
const CUSTOM_API_TYPE = 'Bbl.Plugins.CustomApiPlugin';

/** The registered type of that name; the assembly is in the solution before anything refers to it. */
function pluginType(tree: SolutionTree, name: string): PluginTypeReference {
  const [folder] = tree.list('PluginAssemblies');
  const file = tree.list(`PluginAssemblies/${folder ?? ''}`).find((entry) => entry.endsWith('.dll.data.xml'));
  if (!folder || !file) throw new Error('The solution has no plug-in assembly.');
  const types = descendant(tree.read(`PluginAssemblies/${folder}/${file}`), 'PluginTypes');
  const type = childrenNamed(types, 'PluginType').find((each) => each.attributes['Name'] === name);
  if (!type) throw new Error(`The plug-in assembly has no type ${name}.`);
  return {
    id: type.attributes['PluginTypeId'] ?? '',
    name,
    assemblyQualifiedName: type.attributes['AssemblyQualifiedName'] ?? '',
  };
}

/** Where a step is written. */
export const stepPath = (step: Pick<StepSpec, 'table' | 'message' | 'stage'>): string =>
  `SdkMessageProcessingSteps/${stepId(step)}.xml`;

/** Registers the step that runs the bundle's handler `<table>/<message>.<stage>`. */
export function putStep(tree: SolutionTree, step: StepSpec): void {
  tree.write(stepPath(step), stepElement(step, pluginType(tree, STEP_TYPE)));
  registerRootComponent(tree, { type: ComponentType.Step, id: stepId(step) });
}

/** Takes a registration back whose handler is gone. */
export function removeStep(tree: SolutionTree, step: Pick<StepSpec, 'table' | 'message' | 'stage'>): void {
  tree.remove(stepPath(step));
  unregisterRootComponent(tree, { type: ComponentType.Step, id: stepId(step) });
}

/** Writes a custom API with its parameters and response properties. It is not a root component. */
export function putCustomApi(tree: SolutionTree, api: CustomApiSpec): void {
  const folder = `customapis/${schemaName(api.uniqueName)}`;
  tree.write(`${folder}/customapi.xml`, customApiElement(api, pluginType(tree, CUSTOM_API_TYPE).id));
  for (const member of api.parameters) {
    const path = `${folder}/customapirequestparameters/${member.name}/customapirequestparameter.xml`;
    tree.write(path, parameterElement(member));
  }
  for (const member of api.responses) {
    const path = `${folder}/customapiresponseproperties/${member.name}/customapiresponseproperty.xml`;
    tree.write(path, responseElement(member));
  }
}

export function putEnvironmentVariable(tree: SolutionTree, variable: EnvironmentVariableSpec): void {
  const folder = `environmentvariabledefinitions/${logicalName(schemaName(variable.schemaName))}`;
  tree.write(`${folder}/environmentvariabledefinition.xml`, environmentVariableElement(variable));
}
