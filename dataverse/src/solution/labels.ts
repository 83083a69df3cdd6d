import { children, type XmlElement } from './xml';

/** Language of every label that the model carries; further languages in the files are translations of it. */
export const BASE_LANGUAGE = '1033';

/** `description` of the base language among `<item description languagecode>` of `parent/list`; '' when there is none. */
export function labelOf(parent: XmlElement, list: string, item: string): string {
  return baseLabel(children(parent, list, item))?.attributes['description'] ?? '';
}

/** The item of the base language, whichever way it spells its language. */
export function baseLabel(items: readonly XmlElement[]): XmlElement | undefined {
  return items.find((item) => (item.attributes['languagecode'] ?? item.attributes['LCID']) === BASE_LANGUAGE);
}
