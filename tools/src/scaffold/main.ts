import { resolve } from 'node:path';
import { scaffold, usage } from './scaffold';

/** `npm run scaffold -- <command> …`; without a command it says what there is. */
const words = process.argv.slice(2);
if (words.length === 0) {
  console.log(usage());
} else {
  try {
    scaffold(words, resolve('solution'));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
