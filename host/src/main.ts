import { startHost } from './index';
import { readCommandLine, UsageError } from './options';

async function main(): Promise<void> {
  const { port, data, token, seed, solution } = readCommandLine(process.argv.slice(2));
  const host = await startHost({
    port,
    data,
    seed,
    ...(token !== undefined && { token }),
    ...(solution !== undefined && { solution }),
    onBug: (error) => console.error(error),
  });
  console.log(`${host.name} is running at ${host.url}/?token=${host.token}`);
  const stop = (): void => void host.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  console.error(error instanceof UsageError ? message : `The host could not start: ${message}`);
  process.exitCode = 1;
});
