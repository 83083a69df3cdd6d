import { build } from 'esbuild';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** Bundles the host's server to `<outDir>/main.cjs`; native and large packages stay outside. */
export async function buildHost({ outDir }) {
  await build({
    entryPoints: [join(here, 'src/main.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    outfile: join(outDir, 'main.cjs'),
    external: ['better-sqlite3', 'fastify'],
    sourcemap: 'linked',
    logLevel: 'error',
  });
}
