import type { ControlMetadata, SolutionFiles } from '../metadata';
import { readXmlFiles } from './files';
import { requiredText } from './xml';

/** PCF controls, `Controls/<name>/ControlManifest.xml.data.xml` (platform.md 1.18). */
export function readControls(files: SolutionFiles): ControlMetadata[] {
  return readXmlFiles(files, /^Controls\/[^/]+\/ControlManifest\.xml\.data\.xml$/, 'CustomControl', (root, path) => ({
    name: requiredText(root, 'Name'),
    folder: path.slice(0, path.lastIndexOf('/')),
  }));
}
