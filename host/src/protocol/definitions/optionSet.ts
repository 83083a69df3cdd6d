import type { ChoiceMetadata, ChoiceOption } from '@bbl/dataverse';
import { stableId } from '../../setup/ids';
import { label } from './labels';
import type { Definition } from './select';

export const optionSetDefinition = ({ name, displayName, isGlobal, options }: ChoiceMetadata): Definition => ({
  '@odata.type': '#Microsoft.Dynamics.CRM.OptionSetMetadata',
  MetadataId: stableId(`optionset:${name}`),
  Name: name,
  DisplayName: label(displayName),
  IsGlobal: isGlobal,
  OptionSetType: 'Picklist',
  Options: options.map(optionDefinition),
});

export const booleanDefinition = (name: string, options: readonly ChoiceOption[]): Definition => ({
  '@odata.type': '#Microsoft.Dynamics.CRM.BooleanOptionSetMetadata',
  MetadataId: stableId(`optionset:${name}`),
  Name: name,
  IsGlobal: false,
  OptionSetType: 'Boolean',
  TrueOption: optionOf(options, 1),
  FalseOption: optionOf(options, 0),
});

function optionOf(options: readonly ChoiceOption[], value: number): Definition | null {
  const option = options.find((candidate) => candidate.value === value);
  return option ? optionDefinition(option) : null;
}

export const optionDefinition = ({ value, label: text, state, defaultStatus }: ChoiceOption): Definition => ({
  Value: value,
  Label: label(text),
  ...(state !== undefined && { State: state }),
  ...(defaultStatus !== undefined && { DefaultStatus: defaultStatus }),
});
