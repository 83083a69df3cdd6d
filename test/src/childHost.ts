import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { webApi, type WebApi } from './webApi';

/** The host as `npm start` runs it: a process of its own over a file. */
export interface ChildHost {
  readonly api: WebApi;
  /** Ends the process as a power cut would. */
  kill(): Promise<void>;
  /** Asks the process to end; returns its exit code. */
  stop(): Promise<number | null>;
}

const PROGRAM = join(__dirname, '../../build/host/main.cjs');

/** Starts the built host over a folder (or `:memory:`), in a time zone when one is named, and waits for its line. */
export async function startChildHost(dataFolder: string, timeZone?: string): Promise<ChildHost> {
  const args = [PROGRAM, '--port', '0', '--data', dataFolder, '--seed', 'none'];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: timeZone === undefined ? process.env : { ...process.env, TZ: timeZone },
  });
  const ended = once(child, 'exit') as Promise<[code: number | null]>;
  const { url, token } = await addressOf(child, ended);
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    const [code] = await ended;
    return code;
  };
  return {
    api: webApi(url, token),
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
}

/** Reads `… is running at http://127.0.0.1:<port>/?token=<token>` from what the process prints. */
async function addressOf(child: ChildProcess, ended: Promise<unknown>): Promise<{ url: string; token: string }> {
  const { stdout, stderr } = child;
  if (!stdout || !stderr) throw new Error('The host has no output');
  let complaints = '';
  stderr.on('data', (text: Buffer) => (complaints += text.toString()));
  const [line] = (await Promise.race([once(createInterface({ input: stdout }), 'line'), ended])) as [unknown];
  const [, url, token] = /is running at (http:\S+)\/\?token=(\S+)$/.exec(String(line)) ?? [];
  if (url === undefined || token === undefined)
    throw new Error(`The host did not start: ${String(line)} ${complaints}`);
  return { url, token };
}
