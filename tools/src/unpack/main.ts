import { join } from 'node:path';
import { PackageError } from '@bbl/dataverse/package';
import { ROOT } from '../shared/root';
import { unpackInto } from './unpackInto';

/** `npm run unpack -- <package.zip>`: brings a package, also one that a maker exported, back into solution/. */
try {
  const [zipPath = 'package'] = process.argv.slice(2);
  for (const line of unpackInto(join(ROOT, 'solution'), zipPath)) console.log(line);
} catch (error) {
  if (!(error instanceof PackageError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
