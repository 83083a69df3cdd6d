import type { ChoiceMetadata, ChoiceOption, SolutionFiles } from '../metadata';
import { readXmlFiles } from './files';
import { labelOf } from './labels';
import { children, requiredAttribute, wholeNumber, type XmlElement } from './xml';

/** Global choices, `OptionSets/<name>.xml`. */
export function readGlobalChoices(files: SolutionFiles): ChoiceMetadata[] {
  return readXmlFiles(files, /^OptionSets\/[^/]+\.xml$/, 'optionset', (root) => readOptionSet(root, true));
}

/** An `<optionset>`, global or inside a column: choices and yes/no as options, states and statuses with their links. */
export function readOptionSet(optionSet: XmlElement, isGlobal: boolean): ChoiceMetadata {
  return {
    name: requiredAttribute(optionSet, 'Name').toLowerCase(),
    displayName: labelOf(optionSet, 'displaynames', 'displayname'),
    isGlobal,
    options: [
      ...children(optionSet, 'options', 'option').map(readOption),
      ...children(optionSet, 'states', 'state').map(readState),
      ...children(optionSet, 'statuses', 'status').map(readStatus),
    ],
  };
}

function readOption(option: XmlElement): ChoiceOption {
  return {
    value: wholeNumber(requiredAttribute(option, 'value'), 'value of an option'),
    label: labelOf(option, 'labels', 'label'),
  };
}

function readState(state: XmlElement): ChoiceOption {
  const defaultStatus = wholeNumber(requiredAttribute(state, 'defaultstatus'), 'defaultstatus of a state');
  return { ...readOption(state), defaultStatus };
}

function readStatus(status: XmlElement): ChoiceOption {
  return { ...readOption(status), state: wholeNumber(requiredAttribute(status, 'state'), 'state of a status') };
}
