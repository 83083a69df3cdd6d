import { descriptions, displayNames, labels } from '../labels';
import { FIRST_OPTION_VALUE, INTRODUCED_VERSION, XSI } from '../names';
import { element, leaves, type XmlElement } from '@bbl/dataverse/xmlTree';

export interface ChoiceSpec {
  /** Logical name, lower case: `bbl_billingstatus` */
  readonly name: string;
  readonly displayName: string;
  readonly description?: string;
  /** Labels in order; the first one has the value 482100000. */
  readonly options: readonly string[];
}

/** `OptionSets/<name>.xml`, a global option set. platform.md 1.10 */
export function choiceElement(choice: ChoiceSpec): XmlElement {
  const attributes = {
    Name: choice.name,
    localizedName: choice.displayName,
    description: choice.description ?? '',
    ...XSI,
  };
  const option = (text: string, index: number) =>
    element('option', { value: FIRST_OPTION_VALUE + index, ExternalValue: '', IsHidden: 0 }, [labels(text)]);
  return element('optionset', attributes, [
    ...leaves({ OptionSetType: 'picklist', IsGlobal: 1, IntroducedVersion: INTRODUCED_VERSION, IsCustomizable: 1 }),
    displayNames(choice.displayName),
    descriptions(choice.description ?? ''),
    element('options', {}, choice.options.map(option)),
  ]);
}
