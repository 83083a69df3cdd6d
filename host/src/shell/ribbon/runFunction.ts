import type { RibbonFunction } from '@bbl/dataverse/metadata';
import type { Shell } from '../shell';
import { findFunction, loadScript } from '../state/scripts';
import type { CommandContext } from './commandContext';
import { resolveParameters } from './parameters';

/** Calls a ribbon function whose library is loaded. */
export function callRibbonFunction(shell: Shell, ribbonFunction: RibbonFunction, context: CommandContext): unknown {
  const { name } = shell.model.description.organization;
  const parameters = resolveParameters(ribbonFunction.parameters, context, name);
  return findFunction(ribbonFunction.functionName)(...parameters);
}

/** Runs the actions of a command in order; each waits for the one before it. */
export async function runActions(
  shell: Shell,
  actions: readonly RibbonFunction[],
  context: CommandContext,
): Promise<void> {
  for (const action of actions) {
    await loadScript(shell.model.webResourceUrl(action.library));
    await callRibbonFunction(shell, action, context);
  }
}
