import { LANGUAGE } from '../names';
import { element, type XmlElement } from '@bbl/dataverse/xmlTree';

export interface SiteMapEntrySpec {
  /** Logical name */
  readonly table: string;
  readonly title: string;
  /** Web resource, for example `bbl_/icons/invoice.svg` */
  readonly icon: string;
}

/** An entry of the site map that opens a table with its default view. platform.md 1.14 */
export function siteMapEntry({ table, title, icon }: SiteMapEntrySpec): XmlElement {
  const attributes = {
    Id: `subarea_${table}`,
    VectorIcon: `/WebResources/${icon}`,
    Icon: '/_imgs/imagestrips/transparent_spacer.gif',
    Entity: table,
    Client: 'All,Outlook,OutlookLaptopClient,OutlookWorkstationClient,Web',
    AvailableOffline: 'true',
    PassParams: 'false',
    Sku: 'All,OnPremise,Live,SPLA',
  };
  return element('SubArea', attributes, [element('Titles', {}, [element('Title', { LCID: LANGUAGE, Title: title })])]);
}
