import type { Options } from '../options';
import type { SolutionTree } from '../solutionTree';
import { tableNamed } from '../tables';

/** One word of the command line: what it expects, and what it writes. */
export interface Command {
  readonly usage: string;
  readonly run: (tree: SolutionTree, options: Options) => void;
}

/** The schema name of the table that `--table` names, which has to be there. */
export const tableOf = (tree: SolutionTree, options: Options): string => tableNamed(tree, options.text('table'));
