import type { SolutionFiles, SolutionModel, TableMetadata } from '@bbl/dataverse';
import { MetadataIndex } from '@bbl/dataverse/metadataIndex';
import { parseXml, readSolution, type XmlElement } from '@bbl/dataverse/solution';
import type { Finding } from './finding';
import type { Lock } from './lock';
import type { Surface } from './surfaceTypes';

/** What the checks look at: the files as they are, and the model that everybody else reads from them. */
export interface LintSubject {
  readonly files: SolutionFiles;
  /** Every XML document of the solution by path; contents of web resources and controls are none. */
  readonly documents: ReadonlyMap<string, XmlElement>;
  readonly model: SolutionModel;
  /** Own and system definitions by name. */
  readonly index: MetadataIndex;
  /** Keys of the handlers in the built rules bundle; undefined where none is built. */
  readonly handlers: readonly string[] | undefined;
  readonly lock: Lock;
  readonly surface: Surface;
}

export type Check = (subject: LintSubject) => readonly Finding[];

type Given = Pick<LintSubject, 'handlers' | 'lock' | 'surface'> & { readonly system: SolutionModel };

/** @throws SolutionReadError when the files do not even read as a solution. */
export function lintSubject(files: SolutionFiles, { system, ...given }: Given): LintSubject {
  const model = readSolution(files);
  const documents = [...files]
    .filter(([path]) => isDocument(path))
    .map(([path, text]) => [path, parseXml(text)] as const);
  return { files, documents: new Map(documents), model, index: new MetadataIndex(model, system), ...given };
}

function isDocument(path: string): boolean {
  if (/^(WebResources|Controls|PluginAssemblies)\//.test(path)) return path.endsWith('.data.xml');
  return path.endsWith('.xml');
}

/** Documents whose path matches, with what the groups of the pattern caught. */
export function documentsLike(
  subject: LintSubject,
  pattern: RegExp,
): readonly { readonly path: string; readonly root: XmlElement; readonly groups: readonly string[] }[] {
  return [...subject.documents].flatMap(([path, root]) => {
    const match = pattern.exec(path);
    return match ? [{ path, root, groups: match.slice(1) }] : [];
  });
}

/** The element and everything below it. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const item of element.children) yield* descendants(item);
}

export const tableFile = (table: TableMetadata): string => `Entities/${table.schemaName}/Entity.xml`;
export const stepFile = (id: string): string => `SdkMessageProcessingSteps/{${id}}.xml`;
export const customApiFile = (uniqueName: string): string => `customapis/${uniqueName}/customapi.xml`;

export const VIEW_FILE = /^Entities\/([^/]+)\/SavedQueries\/([^/]+)\.xml$/;
export const FORM_FILE = /^Entities\/([^/]+)\/FormXml\/([^/]+)\/([^/]+)\.xml$/;
export const RIBBON_FILE = /^Entities\/([^/]+)\/RibbonDiff\.xml$/;
export const TABLE_FILE = /^Entities\/([^/]+)\/Entity\.xml$/;
export const RELATIONSHIP_FILE = /^Other\/Relationships\/([^/]+)\.xml$/;
