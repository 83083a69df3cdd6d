import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Child {
  /** What the groups of the awaited line matched. */
  readonly found: readonly string[];
  stop(): Promise<void>;
}

/**
 * Starts a Node program as a process of its own and waits for a line of its output.
 * @throws Error with the whole output when the program ends before
 */
export async function startChild(
  args: readonly string[],
  awaited: RegExp,
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<Child> {
  const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  const found = await new Promise<readonly string[]>((resolve, reject) => {
    let output = '';
    const read = (text: Buffer): void => {
      output += text.toString();
      const match = awaited.exec(output);
      if (match) resolve(match.slice(1));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => {
      reject(new Error(`The program ended: ${output}`));
    });
  });
  return {
    found,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
