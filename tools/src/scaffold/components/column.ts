import { descriptions, displayNames, labels } from '../labels';
import { INTRODUCED_VERSION, logicalName } from '../names';
import { element, leaf, leaves, type XmlElement } from '@bbl/dataverse/xmlTree';

export type RequiredLevel = 'none' | 'recommended' | 'required' | 'systemrequired';

/** What a column holds. Whole numbers and decimals name their range; a choice names the global option set it uses. */
export type ColumnKind =
  | { readonly kind: 'text'; readonly maxLength: number; readonly autoNumberFormat?: string }
  | { readonly kind: 'memo'; readonly maxLength: number }
  | { readonly kind: 'wholeNumber'; readonly min: number; readonly max: number }
  | { readonly kind: 'decimal'; readonly min: number; readonly max: number; readonly digits: number }
  | { readonly kind: 'money' }
  | { readonly kind: 'dateOnly' }
  | { readonly kind: 'dateTime' }
  | { readonly kind: 'yesNo'; readonly defaultValue?: boolean }
  | { readonly kind: 'choice'; readonly choice: string; readonly defaultValue?: number }
  | { readonly kind: 'lookup' };

export interface ColumnSpec {
  readonly schemaName: string;
  readonly displayName: string;
  readonly description?: string;
  readonly required?: RequiredLevel;
  /** Readable and writable only by members of a column security profile. Not possible for lookups and primary names. */
  readonly isSecured?: boolean;
  readonly type: ColumnKind;
}

/** What differs from the common block of platform.md 1.8; `undefined` leaves the element out. */
export interface ColumnBlock {
  readonly physicalName: string;
  readonly type: string;
  readonly requiredLevel?: RequiredLevel;
  readonly displayMask?: string | undefined;
  readonly imeMode?: 'auto' | 'inactive' | 'disabled';
  readonly validForUpdate?: boolean;
  readonly validForCreate?: boolean;
  readonly isCustom?: boolean;
  readonly isAuditEnabled?: boolean;
  readonly isLogical?: boolean;
  readonly isSecured?: boolean;
  readonly canModifyRequiredLevel?: boolean;
  readonly autoNumberFormat?: string;
  readonly isSearchable?: boolean;
  readonly isFilterable?: boolean;
  readonly isRetrievable?: boolean;
  readonly specific?: readonly XmlElement[];
  readonly displayName: string;
  readonly description?: string;
}

export const EVERYWHERE = 'ValidForAdvancedFind|ValidForForm|ValidForGrid';
const flag = (value: boolean) => (value ? 1 : 0);

/** An `<attribute>` with every element of the common block in the canonical order. */
export function attributeElement(block: ColumnBlock): XmlElement {
  const name = logicalName(block.physicalName);
  const displayMask = 'displayMask' in block ? block.displayMask : EVERYWHERE;
  return element('attribute', { PhysicalName: block.physicalName }, [
    ...leaves({ Type: block.type, Name: name, LogicalName: name, RequiredLevel: block.requiredLevel ?? 'none' }),
    ...(displayMask === undefined ? [] : [leaf('DisplayMask', displayMask)]),
    ...leaves({
      ImeMode: block.imeMode ?? 'auto',
      ValidForUpdateApi: flag(block.validForUpdate ?? true),
      ValidForReadApi: 1,
      ValidForCreateApi: flag(block.validForCreate ?? true),
      IsCustomField: flag(block.isCustom ?? true),
      IsAuditEnabled: flag(block.isAuditEnabled ?? true),
    }),
    ...(block.isLogical ? [leaf('IsLogical', 1)] : []),
    ...leaves({
      IsSecured: flag(block.isSecured ?? false),
      IntroducedVersion: INTRODUCED_VERSION,
      IsCustomizable: 1,
      IsRenameable: 1,
      CanModifySearchSettings: 1,
      CanModifyRequirementLevelSettings: flag(block.canModifyRequiredLevel ?? true),
      CanModifyAdditionalSettings: 1,
      SourceType: 0,
      IsGlobalFilterEnabled: 0,
      IsSortableEnabled: 0,
      CanModifyGlobalFilterSettings: 1,
      CanModifyIsSortableSettings: 1,
      IsDataSourceSecret: 0,
      AutoNumberFormat: block.autoNumberFormat ?? '',
      IsSearchable: flag(block.isSearchable ?? false),
      IsFilterable: flag(block.isFilterable ?? false),
      IsRetrievable: flag(block.isRetrievable ?? false),
      IsLocalizable: 0,
    }),
    ...(block.specific ?? []),
    displayNames(block.displayName),
    descriptions(block.description ?? ''),
  ]);
}

/** The two options of a yes/no column. Without a default the element is left out: the server decides the value. */
function yesNo(optionSetName: string, displayName: string, defaultValue: boolean | undefined): XmlElement[] {
  const option = (value: number, text: string) =>
    element('option', { value, ExternalValue: '', IsHidden: 0 }, [labels(text)]);
  return [
    ...(defaultValue === undefined ? [] : [leaf('AppDefaultValue', flag(defaultValue))]),
    element('optionset', { Name: optionSetName }, [
      ...leaves({
        OptionSetType: 'bit',
        IntroducedVersion: INTRODUCED_VERSION,
        IsCustomizable: 1,
        ExternalTypeName: '',
      }),
      displayNames(displayName),
      descriptions(''),
      element('options', {}, [option(1, 'Yes'), option(0, 'No')]),
    ]),
  ];
}

const MONEY_LIMIT = '922337203685477';
const moneyElements = () =>
  leaves({ MinValue: `-${MONEY_LIMIT}`, MaxValue: MONEY_LIMIT, Accuracy: 2, AccuracySource: 2 });
const dateElements = (format: string, behavior: number) =>
  leaves({ Format: format, CanChangeDateTimeBehavior: 1, Behavior: behavior });

type TypePart = Pick<ColumnBlock, 'type' | 'imeMode' | 'specific' | 'autoNumberFormat'>;

function typePart(table: string, column: ColumnSpec): TypePart {
  const { type } = column;
  switch (type.kind) {
    case 'text':
      return {
        type: 'nvarchar',
        specific: leaves({ Format: 'text', MaxLength: type.maxLength, Length: type.maxLength * 2 }),
        ...(type.autoNumberFormat === undefined ? {} : { autoNumberFormat: type.autoNumberFormat }),
      };
    case 'memo':
      return { type: 'ntext', specific: leaves({ Format: 'textarea', MaxLength: type.maxLength }) };
    case 'wholeNumber':
      return {
        type: 'int',
        imeMode: 'disabled',
        specific: leaves({ Format: 'none', MinValue: type.min, MaxValue: type.max }),
      };
    case 'decimal':
      return {
        type: 'decimal',
        imeMode: 'disabled',
        specific: leaves({ MinValue: type.min, MaxValue: type.max, Accuracy: type.digits }),
      };
    case 'money':
      return { type: 'money', imeMode: 'disabled', specific: moneyElements() };
    case 'dateOnly':
      return { type: 'datetime', imeMode: 'inactive', specific: dateElements('date', 2) };
    case 'dateTime':
      return { type: 'datetime', imeMode: 'inactive', specific: dateElements('datetime', 1) };
    case 'yesNo':
      return {
        type: 'bit',
        specific: yesNo(logicalName(`${table}_${column.schemaName}`), column.displayName, type.defaultValue),
      };
    case 'choice':
      return {
        type: 'picklist',
        specific: leaves({ AppDefaultValue: type.defaultValue ?? -1, OptionSetName: type.choice }),
      };
    case 'lookup':
      return { type: 'lookup', specific: [leaf('LookupStyle', 'single'), element('LookupTypes')] };
  }
}

/** The money column's value in the base currency, kept by the platform alone. */
function baseTwin(column: ColumnSpec): XmlElement {
  return attributeElement({
    physicalName: `${column.schemaName}_Base`,
    type: 'money',
    imeMode: 'disabled',
    validForUpdate: false,
    validForCreate: false,
    specific: [...moneyElements(), leaf('CalculationOf', logicalName(column.schemaName))],
    displayName: `${column.displayName} (Base)`,
    description: `Value of the ${column.displayName} in base currency.`,
  });
}

/** The `<attribute>` elements of a column: one, or two with the base twin of money. platform.md 1.8 */
export function columnElements(table: string, column: ColumnSpec): XmlElement[] {
  if (column.isSecured && column.type.kind === 'lookup') {
    throw new Error(`${column.schemaName}: Dataverse does not secure lookups. Let the guard step protect it.`);
  }
  const main = attributeElement({
    physicalName: column.schemaName,
    ...typePart(table, column),
    requiredLevel: column.required ?? 'none',
    isSecured: column.isSecured ?? false,
    displayName: column.displayName,
    description: column.description ?? '',
  });
  return column.type.kind === 'money' ? [main, baseTwin(column)] : [main];
}
