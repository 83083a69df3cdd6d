import { displayNames } from '../labels';
import { INTRODUCED_VERSION, logicalName } from '../names';
import { element, leaf, leaves, type XmlElement } from '@bbl/dataverse/xmlTree';

export interface KeySpec {
  readonly schemaName: string;
  readonly displayName: string;
  /** Logical names */
  readonly columns: readonly string[];
}

/** An alternate key. Its index is built after the import. platform.md 1.10 */
export function keyElement(key: KeySpec): XmlElement {
  return element('EntityKey', {}, [
    ...leaves({
      Name: key.schemaName,
      LogicalName: logicalName(key.schemaName),
      IntroducedVersion: INTRODUCED_VERSION,
      IsCustomizable: 1,
    }),
    element(
      'EntityKeyAttributes',
      {},
      key.columns.map((column) => leaf('AttributeName', column)),
    ),
    displayNames(key.displayName),
  ]);
}
