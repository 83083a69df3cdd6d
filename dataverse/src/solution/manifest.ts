import type { SolutionFiles, SolutionModel } from '../metadata';
import { readXmlFile } from './files';
import { labelOf } from './labels';
import { requiredChild, requiredText, wholeNumber } from './xml';

/** Name, version and publisher, `Other/Solution.xml` (platform.md 1.5). */
export type SolutionManifest = Pick<SolutionModel, 'uniqueName' | 'displayName' | 'version' | 'publisher'>;

export function readManifest(files: SolutionFiles): SolutionManifest {
  return readXmlFile(files, 'Other/Solution.xml', 'ImportExportXml', (root) => {
    const manifest = requiredChild(root, 'SolutionManifest');
    const publisher = requiredChild(manifest, 'Publisher');
    return {
      uniqueName: requiredText(manifest, 'UniqueName'),
      displayName: labelOf(manifest, 'LocalizedNames', 'LocalizedName'),
      version: requiredText(manifest, 'Version'),
      publisher: {
        uniqueName: requiredText(publisher, 'UniqueName'),
        // Empty for the platform's own publisher.
        prefix: requiredChild(publisher, 'CustomizationPrefix').text,
        optionValuePrefix: wholeNumber(
          requiredText(publisher, 'CustomizationOptionValuePrefix'),
          '<CustomizationOptionValuePrefix>',
        ),
      },
    };
  });
}
