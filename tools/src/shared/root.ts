import { resolve } from 'node:path';

/** Root folder of the repository: given by `tools/run.mjs`, else the folder that the program was started in. */
export const ROOT = resolve(process.env.BBL_ROOT ?? '.');
