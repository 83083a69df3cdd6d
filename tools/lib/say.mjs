/** Progress lines of the two commands: what is being done, plain enough for a log file. */
export const say = (text) => process.stdout.write(`${text}\n`);

/** A problem the person at the keyboard can solve; printed without a stack. */
export class SetupError extends Error {}

/** Runs `main` and turns a SetupError into a sentence and exit code 1. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
