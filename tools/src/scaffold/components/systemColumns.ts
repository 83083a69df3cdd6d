import { descriptions, displayNames, labels } from '../labels';
import { INTRODUCED_VERSION, logicalName } from '../names';
import { element, leaf, leaves, type XmlElement } from '@bbl/dataverse/xmlTree';
import { attributeElement, EVERYWHERE, type ColumnBlock } from './column';

export type Ownership = 'user' | 'organization';

const singleLookup = (...types: readonly number[]): XmlElement[] => [
  leaf('LookupStyle', 'single'),
  element(
    'LookupTypes',
    {},
    types.map((type) => element('LookupType', { id: '00000000-0000-0000-0000-000000000000' }, [String(type)])),
  ),
];
const READ_ONLY = { validForUpdate: false, validForCreate: false, isCustom: false } as const;

const userLookup = (physicalName: string, displayName: string, description: string): ColumnBlock => ({
  ...READ_ONLY,
  physicalName,
  type: 'lookup',
  isAuditEnabled: false,
  specific: singleLookup(),
  displayName,
  description,
});

const timestamp = (physicalName: string, displayName: string, description: string): ColumnBlock => ({
  ...READ_ONLY,
  physicalName,
  type: 'datetime',
  imeMode: 'inactive',
  isAuditEnabled: false,
  isFilterable: true,
  isRetrievable: true,
  specific: leaves({ Format: 'datetime', CanChangeDateTimeBehavior: 0, Behavior: 1 }),
  displayName,
  description,
});

const internalNumber = (physicalName: string, displayName: string, description: string): ColumnBlock => ({
  physicalName,
  type: 'int',
  displayMask: undefined,
  isCustom: false,
  isAuditEnabled: false,
  specific: leaves({ Format: '', MinValue: -1, MaxValue: 2147483647 }),
  displayName,
  description,
});

const AUDIT_TRAIL: readonly ColumnBlock[] = [
  userLookup('CreatedBy', 'Created By', 'Unique identifier of the user who created the record.'),
  timestamp('CreatedOn', 'Created On', 'Date and time when the record was created.'),
  userLookup(
    'CreatedOnBehalfBy',
    'Created By (Delegate)',
    'Unique identifier of the delegate user who created the record.',
  ),
  {
    physicalName: 'ImportSequenceNumber',
    type: 'int',
    displayMask: 'ValidForAdvancedFind',
    imeMode: 'disabled',
    validForUpdate: false,
    isCustom: false,
    specific: leaves({ Format: '', MinValue: -2147483648, MaxValue: 2147483647 }),
    displayName: 'Import Sequence Number',
    description: 'Sequence number of the import that created this record.',
  },
  userLookup('ModifiedBy', 'Modified By', 'Unique identifier of the user who modified the record.'),
  timestamp('ModifiedOn', 'Modified On', 'Date and time when the record was modified.'),
  userLookup(
    'ModifiedOnBehalfBy',
    'Modified By (Delegate)',
    'Unique identifier of the delegate user who modified the record.',
  ),
  {
    physicalName: 'OverriddenCreatedOn',
    type: 'datetime',
    displayMask: 'ValidForAdvancedFind|ValidForGrid',
    imeMode: 'inactive',
    validForUpdate: false,
    isCustom: false,
    specific: leaves({ Format: 'date', CanChangeDateTimeBehavior: 0, Behavior: 1 }),
    displayName: 'Record Created On',
    description: 'Date and time that the record was migrated.',
  },
];

const OWNER_COLUMNS: readonly ColumnBlock[] = [
  {
    physicalName: 'OwnerId',
    type: 'owner',
    requiredLevel: 'systemrequired',
    displayMask: `${EVERYWHERE}|RequiredForForm`,
    isCustom: false,
    isFilterable: true,
    specific: singleLookup(8, 9),
    displayName: 'Owner',
    description: 'Owner Id',
  },
  {
    ...READ_ONLY,
    physicalName: 'OwningBusinessUnit',
    type: 'lookup',
    isFilterable: true,
    specific: singleLookup(),
    displayName: 'Owning Business Unit',
    description: 'Unique identifier for the business unit that owns the record',
  },
  ...(['Team', 'User'] as const).map((owner) => ({
    ...userLookup(
      `Owning${owner}`,
      `Owning ${owner}`,
      `Unique identifier for the ${owner.toLowerCase()} that owns the record.`,
    ),
    displayMask: undefined,
    isLogical: true,
  })),
];

const ORGANIZATION_COLUMN: ColumnBlock = {
  ...READ_ONLY,
  physicalName: 'OrganizationId',
  type: 'lookup',
  displayMask: undefined,
  specific: singleLookup(),
  displayName: 'Organization Id',
  description: 'Unique identifier for the organization',
};

const INTERNAL_NUMBERS: readonly ColumnBlock[] = [
  internalNumber('TimeZoneRuleVersionNumber', 'Time Zone Rule Version Number', 'For internal use only.'),
  internalNumber(
    'UTCConversionTimeZoneCode',
    'UTC Conversion Time Zone Code',
    'Time zone code that was in use when the record was created.',
  ),
];

const optionSet = (name: string, type: string, displayName: string, description: string, options: XmlElement) =>
  element('optionset', { Name: name }, [
    ...leaves({ OptionSetType: type, IntroducedVersion: INTRODUCED_VERSION, IsCustomizable: 1 }),
    displayNames(displayName),
    descriptions(description),
    options,
  ]);

function stateColumn(table: string, tableDisplayName: string): ColumnBlock {
  const state = (value: number, defaultstatus: number, name: string) =>
    element('state', { value, defaultstatus, invariantname: name, IsHidden: 0 }, [labels(name)]);
  const states = element('states', {}, [state(0, 1, 'Active'), state(1, 2, 'Inactive')]);
  const description = `Status of the ${tableDisplayName}`;
  return {
    physicalName: 'statecode',
    type: 'state',
    requiredLevel: 'systemrequired',
    validForCreate: false,
    isCustom: false,
    isFilterable: true,
    specific: [optionSet(`${logicalName(table)}_statecode`, 'state', 'Status', description, states)],
    displayName: 'Status',
    description,
  };
}

function statusColumn(table: string, tableDisplayName: string): ColumnBlock {
  const status = (value: number, state: number, name: string) =>
    element('status', { value, state, IsHidden: 0 }, [labels(name)]);
  const statuses = element('statuses', {}, [status(1, 0, 'Active'), status(2, 1, 'Inactive')]);
  const description = `Reason for the status of the ${tableDisplayName}`;
  return {
    physicalName: 'statuscode',
    type: 'status',
    isCustom: false,
    specific: [optionSet(`${logicalName(table)}_statuscode`, 'status', 'Status Reason', description, statuses)],
    displayName: 'Status Reason',
    description,
  };
}

/** The primary key of a table. */
export function primaryKeyColumn(table: string, tableDisplayName: string): XmlElement {
  return attributeElement({
    physicalName: `${table}Id`,
    type: 'primarykey',
    requiredLevel: 'systemrequired',
    displayMask: 'ValidForAdvancedFind|RequiredForGrid',
    validForUpdate: false,
    isCustom: false,
    isAuditEnabled: false,
    canModifyRequiredLevel: false,
    isFilterable: true,
    isRetrievable: true,
    displayName: tableDisplayName,
    description: 'Unique identifier for entity instances',
  });
}

/** The columns that every table has without asking, in the order of an export. platform.md 1.8 */
export function systemColumns(table: string, tableDisplayName: string, ownership: Ownership): XmlElement[] {
  const blocks = [
    ...AUDIT_TRAIL,
    ...(ownership === 'user' ? OWNER_COLUMNS : [ORGANIZATION_COLUMN]),
    stateColumn(table, tableDisplayName),
    statusColumn(table, tableDisplayName),
    ...INTERNAL_NUMBERS,
  ];
  return blocks.map(attributeElement);
}

/** What a table needs once it has its first money column. Their relationship is made by the platform, like those of the audit columns. */
export function currencyColumns(): XmlElement[] {
  return [
    attributeElement({
      ...READ_ONLY,
      physicalName: 'ExchangeRate',
      type: 'decimal',
      isAuditEnabled: false,
      specific: leaves({ MinValue: '0.0000000001', MaxValue: '100000000000', Accuracy: 10 }),
      displayName: 'Exchange Rate',
      description: 'Exchange rate for the currency associated with this record.',
    }),
    attributeElement({
      physicalName: 'TransactionCurrencyId',
      type: 'lookup',
      isCustom: false,
      specific: singleLookup(9105),
      displayName: 'Currency',
      description: 'Unique identifier of the currency associated with this record.',
    }),
  ];
}
