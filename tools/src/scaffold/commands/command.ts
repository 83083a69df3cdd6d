import type { Options } from '../options';
import type { SolutionTree } from '../solutionTree';

/** One word of the command line: what it expects, and what it writes. */
export interface Command {
  readonly usage: string;
  readonly run: (tree: SolutionTree, options: Options) => void;
}
