import type { ChoiceMetadata, ColumnMetadata, ColumnType } from '../metadata';
import { readOptionSet } from './choices';
import { ShapeError } from './errors';
import { labelOf } from './labels';
import { child, childText, flag, requiredAttribute, requiredText, wholeNumber, type XmlElement } from './xml';

/** A column and the choice that its definition holds, if any. */
export interface ReadColumn {
  readonly column: ColumnMetadata;
  readonly localChoice?: ChoiceMetadata;
}

const TYPES: { readonly [type: string]: ColumnType } = {
  primarykey: 'uniqueidentifier',
  uniqueidentifier: 'uniqueidentifier',
  nvarchar: 'string',
  ntext: 'memo',
  int: 'integer',
  bigint: 'bigint',
  decimal: 'decimal',
  money: 'money',
  bit: 'boolean',
  picklist: 'choice',
  state: 'state',
  status: 'status',
  lookup: 'lookup',
  customer: 'lookup',
  owner: 'owner',
};

const REQUIRED_LEVELS: readonly string[] = ['none', 'recommended', 'required', 'systemrequired'];

/** Behaviour of a date column that stores no time: DateOnly. */
const DATE_ONLY = '2';
/** AppDefaultValue of a choice without a default. */
const NO_DEFAULT = '-1';

/**
 * An `<attribute>` of Entity.xml (platform.md 1.8). Lookup targets are not in it; relationships add them.
 * @throws ShapeError on a type that the product does not use, such as files or multiple choices.
 */
export function readColumn(attribute: XmlElement, findGlobalChoice: ChoiceFinder): ReadColumn {
  const name = requiredText(attribute, 'LogicalName');
  const type = readType(attribute, name);
  const localOptionSet = child(attribute, 'optionset');
  const localChoice = localOptionSet && readOptionSet(localOptionSet, false);
  const choice = localChoice ?? globalChoice(attribute, name, findGlobalChoice);
  if (!choice && (type === 'choice' || type === 'state' || type === 'status' || type === 'boolean'))
    throw new ShapeError(`column ${name} has neither <optionset> nor <OptionSetName>`);
  const column: ColumnMetadata = {
    name,
    schemaName: requiredAttribute(attribute, 'PhysicalName'),
    type,
    displayName: labelOf(attribute, 'displaynames', 'displayname'),
    description: labelOf(attribute, 'Descriptions', 'Description'),
    required: readRequiredLevel(attribute, name),
    isPrimaryName: (childText(attribute, 'DisplayMask') ?? '').split('|').includes('PrimaryName'),
    isSecured: readFlag(attribute, 'IsSecured'),
    isCustom: readFlag(attribute, 'IsCustomField'),
    validForCreate: readFlag(attribute, 'ValidForCreateApi', true),
    validForUpdate: readFlag(attribute, 'ValidForUpdateApi', true),
    validForRead: readFlag(attribute, 'ValidForReadApi', true),
    ...readBounds(attribute),
    ...readDefault(attribute),
    ...(choice && { choiceName: choice.name, options: choice.options }),
  };
  return localChoice ? { column, localChoice } : { column };
}

/** Finds a global choice by name. */
export type ChoiceFinder = (name: string) => ChoiceMetadata | undefined;

function readType(attribute: XmlElement, name: string): ColumnType {
  const type = requiredText(attribute, 'Type');
  if (type === 'datetime') return childText(attribute, 'Behavior') === DATE_ONLY ? 'dateonly' : 'datetime';
  const known = TYPES[type];
  if (!known) throw new ShapeError(`column ${name} has the type '${type}', which is not supported`);
  return known;
}

function globalChoice(attribute: XmlElement, column: string, find: ChoiceFinder): ChoiceMetadata | undefined {
  const name = childText(attribute, 'OptionSetName')?.toLowerCase();
  if (!name) return undefined;
  const choice = find(name);
  if (!choice) throw new ShapeError(`column ${column} uses the choice ${name}, which is not in OptionSets`);
  return choice;
}

function readRequiredLevel(attribute: XmlElement, name: string): ColumnMetadata['required'] {
  const level = childText(attribute, 'RequiredLevel') ?? 'none';
  if (!REQUIRED_LEVELS.includes(level)) throw new ShapeError(`column ${name} has the required level '${level}'`);
  return level as ColumnMetadata['required'];
}

function readFlag(attribute: XmlElement, name: string, fallback = false): boolean {
  return flag(childText(attribute, name), `<${name}>`, fallback);
}

type Bounds = Pick<
  ColumnMetadata,
  'maxLength' | 'minValue' | 'maxValue' | 'precision' | 'precisionSource' | 'autoNumberFormat' | 'baseOf'
>;

function readBounds(attribute: XmlElement): Bounds {
  const maxLength = childText(attribute, 'MaxLength');
  const minValue = childText(attribute, 'MinValue');
  const maxValue = childText(attribute, 'MaxValue');
  const precision = childText(attribute, 'Accuracy');
  const source = childText(attribute, 'AccuracySource');
  const autoNumberFormat = childText(attribute, 'AutoNumberFormat');
  const baseOf = childText(attribute, 'CalculationOf');
  return {
    ...(maxLength && { maxLength: wholeNumber(maxLength, '<MaxLength>') }),
    ...(minValue && { minValue }),
    ...(maxValue && { maxValue }),
    ...(precision && { precision: wholeNumber(precision, '<Accuracy>') }),
    ...(source && { precisionSource: readPrecisionSource(source) }),
    ...(autoNumberFormat && { autoNumberFormat }),
    ...(baseOf && { baseOf }),
  };
}

function readPrecisionSource(text: string): 0 | 1 | 2 {
  if (text === '0') return 0;
  if (text === '1') return 1;
  if (text === '2') return 2;
  throw new ShapeError(`<AccuracySource> is '${text}', expected 0, 1 or 2`);
}

function readDefault(attribute: XmlElement): Pick<ColumnMetadata, 'defaultValue'> {
  const text = childText(attribute, 'AppDefaultValue');
  return !text || text === NO_DEFAULT ? {} : { defaultValue: wholeNumber(text, '<AppDefaultValue>') };
}
