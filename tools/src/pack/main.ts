import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packSolution, PackageError } from '@bbl/dataverse/package';
import { ROOT } from '../shared/root';
import { readSolutionFolder } from '../shared/solutionFolder';
import { writeZip } from '../shared/zip';

/** `npm run pack`: writes the managed and the unmanaged package to dist/. `tools/pack.mjs` has built everything before. */
const ASSEMBLY = join(ROOT, 'build/dotnet/merged/BillingBacklogPlugins.dll');

function main(): void {
  if (!existsSync(ASSEMBLY)) throw new PackageError('BillingBacklogPlugins.dll', 'was not built');
  const files = readSolutionFolder(join(ROOT, 'solution'));
  const assembly = readFileSync(ASSEMBLY);
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  for (const [name, managed] of [
    ['BillingBacklog_managed.zip', true],
    ['BillingBacklog_unmanaged.zip', false],
  ] as const) {
    const zip = writeZip(packSolution(files, { managed, assembly }));
    writeFileSync(join(ROOT, 'dist', name), zip);
    console.log(`dist/${name}: ${zip.length} bytes`);
  }
}

try {
  main();
} catch (error) {
  if (!(error instanceof PackageError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
