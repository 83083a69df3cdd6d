import type { Command } from './commands/command';
import { dataCommands } from './commands/data';
import { serverCommands } from './commands/server';
import { userInterfaceCommands } from './commands/userInterface';
import { Options } from './options';
import { SolutionTree } from './solutionTree';

const COMMANDS: Readonly<Record<string, Command>> = { ...dataCommands, ...userInterfaceCommands, ...serverCommands };

export const usage = (): string =>
  [
    'Writes a component of the solution in its canonical shape and registers it. Writing it again replaces it.',
    ...Object.values(COMMANDS).map((command) => `  npm run scaffold -- ${command.usage}`),
  ].join('\n');

/**
 * Runs one command of the scaffold against an unpacked solution.
 * @param words the command line without program names, for example `['column', '--table', 'bbl_Invoice', …]`
 * @param root folder of the unpacked solution
 * @throws Error with a sentence when the command, an option or what it refers to is not known
 */
export function scaffold(words: readonly string[], root: string): void {
  const [name = '', ...rest] = words;
  const command = COMMANDS[name];
  if (!command) throw new Error(`"${name}" is no command.\n${usage()}`);
  const options = new Options(rest);
  const tree = new SolutionTree(root);
  command.run(tree, options);
  options.refuseOthers();
  tree.save();
}
