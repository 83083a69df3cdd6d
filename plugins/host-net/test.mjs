import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildAssembly, buildProbeAssembly, dotnet } from './build.mjs';

await buildAssembly();
await buildProbeAssembly();
dotnet(['test', join(dirname(fileURLToPath(import.meta.url)), 'Tests'), '--nologo', '-v', 'q'], { inherit: true });
