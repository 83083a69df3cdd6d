import { LANGUAGE } from './names';
import { element, type XmlElement } from '@bbl/dataverse/xmlTree';

const label = (name: string, description: string) => element(name, { description, languagecode: LANGUAGE });

export const displayNames = (text: string): XmlElement => element('displaynames', {}, [label('displayname', text)]);
export const descriptions = (text: string): XmlElement => element('Descriptions', {}, [label('Description', text)]);
export const labels = (text: string): XmlElement => element('labels', {}, [label('label', text)]);
export const localizedNames = (text: string): XmlElement =>
  element('LocalizedNames', {}, [label('LocalizedName', text)]);
export const localizedCollectionNames = (text: string): XmlElement =>
  element('LocalizedCollectionNames', {}, [label('LocalizedCollectionName', text)]);

/** `<name default="text"><label …/></name>`: labels of the solution component framework. */
export const defaultLabel = (name: string, text: string): XmlElement =>
  element(name, { default: text }, [label('label', text)]);
