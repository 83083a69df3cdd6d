import { fileURLToPath } from 'node:url';

/** The repository's root folder, wherever a command was started. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
