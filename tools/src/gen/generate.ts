import * as estree from 'prettier/plugins/estree';
import * as typescript from 'prettier/plugins/typescript';
import { format } from 'prettier/standalone';
import { choicesFile } from './choicesFile';
import { customApisFile } from './customApisFile';
import { dataverseMetadataFile } from './dataverseMetadataFile';
import { displayNamesFile } from './displayNamesFile';
import { metadataFile } from './metadataFile';
import { serverManagedFile } from './serverManagedFile';
import type { Subject } from './subject';
import { tablesFile } from './tablesFile';

// The stand-alone build loads nothing by itself, so that it also runs inside the test runner.
const STYLE = { parser: 'typescript', plugins: [typescript, estree], singleQuote: true, printWidth: 120 };

const HEADER = '// Generated from solution/ by `npm run gen`. Do not edit.';

const FILES: { readonly [name: string]: (subject: Subject) => string } = {
  'choices.ts': choicesFile,
  'customApis.ts': customApisFile,
  'dataverseMetadata.ts': dataverseMetadataFile,
  'displayNames.ts': displayNamesFile,
  'metadata.ts': metadataFile,
  'serverManaged.ts': serverManagedFile,
  'tables.ts': tablesFile,
};

/** Every generated file by name: the same text for the same solution, whatever the order of its files. */
export async function generateFiles(subject: Subject): Promise<ReadonlyMap<string, string>> {
  const texts = Object.entries(FILES).map(async ([name, write]): Promise<[string, string]> => {
    const source = `${HEADER}\n\n${write(subject)}\n`;
    return [name, await format(source, STYLE)];
  });
  return new Map(await Promise.all(texts));
}
