import type { SolutionFiles, WebResourceMetadata } from '../metadata';
import { readXmlFiles } from './files';
import { childText, guidOf, requiredText, wholeNumber } from './xml';

const DATA_SUFFIX = '.data.xml';

/** Web resources, `WebResources/<name>.data.xml` (platform.md 1.17); the content lies beside it, or is built there. */
export function readWebResources(files: SolutionFiles): WebResourceMetadata[] {
  return readXmlFiles(files, /^WebResources\/.+\.data\.xml$/, 'WebResource', (root, path) => {
    const name = requiredText(root, 'Name');
    return {
      id: guidOf(requiredText(root, 'WebResourceId'), '<WebResourceId>'),
      name,
      displayName: childText(root, 'DisplayName') ?? name,
      type: wholeNumber(requiredText(root, 'WebResourceType'), '<WebResourceType>'),
      path: path.slice(0, -DATA_SUFFIX.length),
    };
  });
}
