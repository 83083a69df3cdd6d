import { defaultLabel } from '../labels';
import { element, leaf, leaves, type XmlElement } from '@bbl/dataverse/xmlTree';

const TYPES = { string: 100_000_000, number: 100_000_001, yesNo: 100_000_002 } as const;
export type EnvironmentVariableType = keyof typeof TYPES;
export const isEnvironmentVariableType = (name: string): name is EnvironmentVariableType => name in TYPES;

export interface EnvironmentVariableSpec {
  readonly schemaName: string;
  readonly displayName: string;
  readonly description: string;
  readonly type: EnvironmentVariableType;
  /** As Dataverse stores it: `yes` or `no` for yes/no */
  readonly defaultValue: string;
}

/** `environmentvariabledefinition.xml`; values are data of an organisation and never in the solution. platform.md 1.21 */
export function environmentVariableElement(variable: EnvironmentVariableSpec): XmlElement {
  return element('environmentvariabledefinition', { schemaname: variable.schemaName }, [
    leaf('defaultvalue', variable.defaultValue),
    defaultLabel('description', variable.description),
    defaultLabel('displayname', variable.displayName),
    ...leaves({
      introducedversion: '1.0',
      iscustomizable: 1,
      isrequired: 0,
      secretstore: 0,
      type: TYPES[variable.type],
    }),
  ]);
}
