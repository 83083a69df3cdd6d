import { defaultLabel } from '../labels';
import { element, leaf, leaves, type XmlElement } from '@bbl/dataverse/xmlTree';

/** Type numbers of parameters and response properties. platform.md 1.20 */
const TYPES = { Boolean: 0, Decimal: 2, Integer: 7, String: 10, StringArray: 11, Guid: 12 } as const;
export type CustomApiType = keyof typeof TYPES;
export const isCustomApiType = (name: string): name is CustomApiType => name in TYPES;

export interface CustomApiMember {
  readonly name: string;
  readonly type: CustomApiType;
  readonly isOptional?: boolean;
}

export interface CustomApiSpec {
  /** Unique name, for example `bbl_SetBillingStatus`. Immutable after the first import, like the types of its members. */
  readonly uniqueName: string;
  readonly displayName: string;
  readonly description: string;
  /** Privilege that the caller needs, for example `prvCreatebbl_Invoice`. */
  readonly executePrivilege?: string;
  readonly parameters: readonly CustomApiMember[];
  readonly responses: readonly CustomApiMember[];
}

/** `customapi.xml` of a global action that allows no further steps. platform.md 1.20 */
export function customApiElement(api: CustomApiSpec, pluginTypeId: string): XmlElement {
  return element('customapi', { uniquename: api.uniqueName }, [
    ...leaves({ allowedcustomprocessingsteptype: 0, bindingtype: 0 }),
    defaultLabel('description', api.description),
    defaultLabel('displayname', api.displayName),
    ...(api.executePrivilege === undefined ? [] : [leaf('executeprivilegename', api.executePrivilege)]),
    ...leaves({ iscustomizable: 0, isfunction: 0, isprivate: 0, name: api.uniqueName.replace(/^bbl_/, '') }),
    element('plugintypeid', {}, [leaf('plugintypeid', pluginTypeId)]),
    leaf('workflowsdkstepenabled', 0),
  ]);
}

export function parameterElement(member: CustomApiMember): XmlElement {
  return element('customapirequestparameter', { uniquename: member.name }, [
    defaultLabel('displayname', member.name),
    ...leaves({
      iscustomizable: 0,
      isoptional: member.isOptional ? 1 : 0,
      name: member.name,
      type: TYPES[member.type],
    }),
  ]);
}

export function responseElement(member: CustomApiMember): XmlElement {
  return element('customapiresponseproperty', { uniquename: member.name }, [
    defaultLabel('displayname', member.name),
    ...leaves({ iscustomizable: 0, name: member.name, type: TYPES[member.type] }),
  ]);
}
