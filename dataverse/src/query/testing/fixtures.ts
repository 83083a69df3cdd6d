/** A small business in metadata, for tests of queries and of the store. */
import type { ColumnMetadata, RelationshipMetadata, TableMetadata } from '../../metadata';
import { MetadataIndex } from '../../metadataIndex';

type ColumnOptions = Partial<ColumnMetadata> & Pick<ColumnMetadata, 'type'>;

export const column = (name: string, options: ColumnOptions): ColumnMetadata => ({
  name,
  schemaName: name,
  displayName: name,
  description: '',
  required: 'none',
  isPrimaryName: false,
  isSecured: false,
  isCustom: true,
  validForCreate: true,
  validForUpdate: true,
  validForRead: true,
  ...options,
});

export function table(
  name: string,
  setName: string,
  columns: { readonly [column: string]: ColumnOptions },
  more: Partial<TableMetadata> = {},
): TableMetadata {
  const list = Object.entries(columns).map(([key, options]) => column(key, options));
  const id = column(`${name}id`, { type: 'uniqueidentifier', required: 'systemrequired', validForUpdate: false });
  return {
    name,
    schemaName: name,
    setName,
    displayName: name,
    displayCollectionName: setName,
    ownership: 'organization',
    primaryId: id.name,
    primaryName: list.find((each) => each.isPrimaryName)?.name ?? '',
    columns: [id, ...list],
    keys: [],
    isQuickCreateEnabled: false,
    isAuditEnabled: false,
    ...more,
  };
}

export function relationship(
  referencingTable: string,
  referencingColumn: string,
  referencedTable: string,
  lookupNavigation: string,
): RelationshipMetadata {
  return {
    name: `${referencedTable}_${referencingTable}_${referencingColumn}`,
    referencedTable,
    referencingTable,
    referencingColumn,
    lookupNavigation,
    collectionNavigation: `${referencedTable}_${referencingTable}_${referencingColumn}`,
    cascadeDelete: 'RemoveLink',
    cascadeAssign: 'NoCascade',
    cascadeShare: 'NoCascade',
    cascadeReparent: 'NoCascade',
  };
}

const name: ColumnOptions = { type: 'string', maxLength: 100, isPrimaryName: true };

export const STATUS_OPTIONS = [
  { value: 1, label: 'Open' },
  { value: 2, label: 'Billed' },
  { value: 3, label: 'Closed' },
];

export const SALE_COLUMNS: { readonly [column: string]: ColumnOptions } = {
  name,
  number: { type: 'string', maxLength: 20 },
  note: { type: 'memo', maxLength: 2000 },
  contractid: { type: 'lookup', targets: ['contract'] },
  amount: { type: 'money', precision: 4, minValue: '-922337203685477', maxValue: '922337203685477' },
  rate: { type: 'decimal', precision: 4, minValue: '-1000', maxValue: '1000' },
  round: { type: 'integer', minValue: '-2147483648', maxValue: '2147483647' },
  status: { type: 'choice', options: STATUS_OPTIONS },
  isfinal: {
    type: 'boolean',
    options: [
      { value: 0, label: 'No' },
      { value: 1, label: 'Yes' },
    ],
  },
  day: { type: 'dateonly' },
  soldat: { type: 'datetime' },
  ownerid: { type: 'owner', targets: ['systemuser', 'team'] },
};

export const TABLES: readonly TableMetadata[] = [
  table('businessunit', 'businessunits', { name }),
  table('systemuser', 'systemusers', {
    fullname: name,
    businessunitid: { type: 'lookup', targets: ['businessunit'] },
  }),
  table('team', 'teams', { name, businessunitid: { type: 'lookup', targets: ['businessunit'] } }),
  table('principalobjectaccess', 'principalobjectaccessset', {
    objectid: { type: 'uniqueidentifier' },
    principalid: { type: 'uniqueidentifier' },
    accessrightsmask: { type: 'integer' },
  }),
  table('account', 'accounts', { name, city: { type: 'string', maxLength: 50 } }),
  table(
    'contract',
    'contracts',
    {
      name,
      number: { type: 'string', maxLength: 20 },
      accountid: { type: 'lookup', targets: ['account'] },
    },
    { keys: [{ name: 'contract_number', columns: ['number'] }] },
  ),
  table('sale', 'sales', SALE_COLUMNS, {
    ownership: 'user',
    keys: [{ name: 'sale_contract_round', columns: ['contractid', 'round'] }],
  }),
];

export const RELATIONSHIPS: readonly RelationshipMetadata[] = [
  relationship('systemuser', 'businessunitid', 'businessunit', 'businessunitid'),
  relationship('team', 'businessunitid', 'businessunit', 'businessunitid'),
  relationship('contract', 'accountid', 'account', 'AccountId'),
  relationship('sale', 'contractid', 'contract', 'ContractId'),
  relationship('sale', 'ownerid', 'systemuser', 'owninguser'),
];

export const fixtureMetadata = (): MetadataIndex =>
  new MetadataIndex({ tables: TABLES, relationships: RELATIONSHIPS, choices: [] });
