import type {
  Cascade,
  ChoiceOption,
  ColumnMetadata,
  ColumnType,
  CustomApiMetadata,
  RelationshipMetadata,
  RoleMetadata,
  SolutionModel,
  StepMetadata,
  TableMetadata,
} from '@bbl/dataverse';
import { withLookupTargets } from '@bbl/dataverse/solution/lookupTargets';
import { systemRelationshipsOf } from '@bbl/dataverse/solution/systemRelationships';

/**
 * A small solution of another trade: orders with lines that follow them, notes that let go of them and locks that hold
 * them. The host must run it as it runs any other.
 */
export function fixtureModel(parts: Partial<SolutionModel> = {}): SolutionModel {
  const relationships = [...OWN_RELATIONSHIPS, ...TABLES.flatMap(systemRelationshipsOf)];
  return {
    uniqueName: 'Orders',
    displayName: 'Orders',
    version: '1.2.3.4',
    publisher: { uniqueName: 'acme', prefix: 'acme', optionValuePrefix: 10000 },
    tables: withLookupTargets(TABLES, relationships),
    relationships,
    manyToMany: [],
    choices: [{ name: 'acme_stage', displayName: 'Stage', isGlobal: true, options: STAGES }],
    views: [],
    forms: [],
    ribbons: [],
    apps: [],
    roles: [CLERK, VIEWER],
    columnSecurityProfiles: [],
    pluginAssemblies: [],
    steps: [],
    customApis: [],
    environmentVariables: [
      { schemaName: 'acme_Greeting', displayName: 'Greeting', description: '', type: 'string', defaultValue: 'hello' },
    ],
    webResources: [],
    controls: [],
    ...parts,
  };
}

export const CLERK_ROLE_ID = 'c1e5c000-0000-4000-8000-000000000001';
export const VIEWER_ROLE_ID = 'c1e5c000-0000-4000-8000-000000000002';
export const PROFILE_ID = 'c1e5c000-0000-4000-8000-000000000003';

/** Reads the secret column of orders, may not write it. */
export const SECRET_READERS: SolutionModel['columnSecurityProfiles'] = [
  {
    id: PROFILE_ID,
    name: 'Secret readers',
    permissions: [{ table: 'acme_order', column: 'acme_secret', canRead: true, canCreate: false, canUpdate: false }],
  },
];

export const STAGES: readonly ChoiceOption[] = [
  { value: 100000000, label: 'Open' },
  { value: 100000001, label: 'Packed' },
  { value: 100000002, label: 'Sent' },
];

const privilegesOn = (table: string, rights: string, level: 'Basic' | 'Local' | 'Deep' | 'Global') =>
  rights.split(' ').map((right) => ({ name: `prv${right}${table}`, level }));

const CLERK: RoleMetadata = {
  id: CLERK_ROLE_ID,
  name: 'Orders Clerk',
  privileges: [
    ...privilegesOn('acme_Order', 'Create Read Write Delete Append AppendTo Assign Share', 'Local'),
    ...privilegesOn('acme_Line', 'Create Read Write Delete Append AppendTo', 'Local'),
    ...privilegesOn('acme_Note', 'Create Read Write Append', 'Global'),
    ...privilegesOn('Account', 'Read AppendTo', 'Global'),
  ],
};

const VIEWER: RoleMetadata = {
  id: VIEWER_ROLE_ID,
  name: 'Orders Viewer',
  privileges: [...privilegesOn('acme_Order', 'Read', 'Basic'), ...privilegesOn('Account', 'Read', 'Global')],
};

type More = Partial<ColumnMetadata>;

export function column(schemaName: string, type: ColumnType, more: More = {}): ColumnMetadata {
  return {
    name: schemaName.toLowerCase(),
    schemaName,
    type,
    displayName: schemaName.replace(/^acme_/, ''),
    description: '',
    required: 'none',
    isPrimaryName: false,
    isSecured: false,
    isCustom: schemaName.startsWith('acme_'),
    validForCreate: true,
    validForUpdate: true,
    validForRead: true,
    ...more,
  };
}

const READ_ONLY: More = { validForCreate: false, validForUpdate: false };
const AUDIT = [
  column('CreatedBy', 'lookup', READ_ONLY),
  column('CreatedOn', 'datetime', READ_ONLY),
  column('CreatedOnBehalfBy', 'lookup', READ_ONLY),
  column('ModifiedBy', 'lookup', READ_ONLY),
  column('ModifiedOn', 'datetime', READ_ONLY),
  column('ModifiedOnBehalfBy', 'lookup', READ_ONLY),
];
const STATE = [
  column('statecode', 'state', {
    options: [
      { value: 0, label: 'Active', defaultStatus: 1 },
      { value: 1, label: 'Inactive', defaultStatus: 2 },
    ],
  }),
  column('statuscode', 'status', {
    options: [
      { value: 1, label: 'Active', state: 0 },
      { value: 2, label: 'Inactive', state: 1 },
      { value: 100000003, label: 'Parked', state: 0 },
    ],
  }),
];
const OWNER = [
  column('OwnerId', 'owner'),
  column('OwningBusinessUnit', 'lookup', READ_ONLY),
  column('OwningTeam', 'lookup', READ_ONLY),
  column('OwningUser', 'lookup', READ_ONLY),
];
const CURRENCY = [
  column('TransactionCurrencyId', 'lookup'),
  column('ExchangeRate', 'decimal', { precision: 10, ...READ_ONLY }),
];
const money = (schemaName: string, more: More = {}): ColumnMetadata[] => [
  column(schemaName, 'money', {
    precision: 2,
    precisionSource: 2,
    minValue: '-1000000000000',
    maxValue: '1000000000000',
    ...more,
  }),
  column(`${schemaName}_Base`, 'money', {
    precision: 2,
    precisionSource: 2,
    baseOf: schemaName.toLowerCase(),
    ...READ_ONLY,
  }),
];

interface TableOptions {
  readonly ownership?: 'user' | 'organization';
  readonly keys?: TableMetadata['keys'];
}

function table(schemaName: string, columns: readonly ColumnMetadata[], options: TableOptions = {}): TableMetadata {
  const name = schemaName.toLowerCase();
  const { ownership = 'user', keys = [] } = options;
  return {
    name,
    schemaName,
    setName: `${name}s`,
    displayName: schemaName.replace(/^acme_/, ''),
    displayCollectionName: `${schemaName.replace(/^acme_/, '')}s`,
    ownership,
    primaryId: `${name}id`,
    primaryName: 'acme_name',
    columns: [
      column(`${schemaName}Id`, 'uniqueidentifier', { required: 'systemrequired', validForUpdate: false }),
      column('acme_Name', 'string', { maxLength: 100, isPrimaryName: true }),
      ...columns,
      ...AUDIT,
      ...STATE,
      ...(ownership === 'user' ? OWNER : [column('OrganizationId', 'lookup', READ_ONLY)]),
    ],
    keys,
    isQuickCreateEnabled: false,
    isAuditEnabled: false,
  };
}

const TABLES: readonly TableMetadata[] = [
  table(
    'acme_Order',
    [
      column('acme_Number', 'string', { maxLength: 20, autoNumberFormat: 'ORD-{SEQNUM:4}' }),
      ...money('acme_Amount'),
      ...money('acme_Freight'),
      ...CURRENCY,
      column('acme_Secret', 'string', { maxLength: 50, isSecured: true }),
      column('acme_Stage', 'choice', { choiceName: 'acme_stage', options: STAGES, defaultValue: 100000000 }),
      column('acme_Date', 'dateonly'),
      column('acme_When', 'datetime'),
      column('acme_Weight', 'decimal', { precision: 4, minValue: '0', maxValue: '1000000' }),
      column('acme_Pieces', 'integer', { minValue: '0', maxValue: '1000' }),
      column('acme_IsUrgent', 'boolean', {
        defaultValue: 0,
        options: [
          { value: 1, label: 'Yes' },
          { value: 0, label: 'No' },
        ],
      }),
      column('acme_AccountId', 'lookup'),
    ],
    { keys: [{ name: 'acme_numberkey', columns: ['acme_number'] }] },
  ),
  table('acme_Line', [column('acme_OrderId', 'lookup'), column('acme_Pieces', 'integer')], {
    keys: [{ name: 'acme_linekey', columns: ['acme_orderid', 'acme_name'] }],
  }),
  table('acme_Note', [column('acme_OrderId', 'lookup'), column('acme_Text', 'memo', { maxLength: 2000 })], {
    ownership: 'organization',
  }),
  table('acme_Lock', [column('acme_OrderId', 'lookup')], { ownership: 'organization' }),
];

function relationship(
  child: string,
  parent: string,
  columnName: string,
  cascadeDelete: Cascade,
  cascadeAssign: Cascade,
): RelationshipMetadata {
  return {
    name: `${parent}_${child}`,
    referencedTable: parent,
    referencingTable: child,
    referencingColumn: columnName.toLowerCase(),
    lookupNavigation: columnName,
    collectionNavigation: `${parent}_${child}`,
    cascadeDelete,
    cascadeAssign,
    cascadeShare: 'NoCascade',
    cascadeReparent: 'NoCascade',
  };
}

const OWN_RELATIONSHIPS: readonly RelationshipMetadata[] = [
  relationship('acme_order', 'account', 'acme_AccountId', 'RemoveLink', 'NoCascade'),
  relationship('acme_line', 'acme_order', 'acme_OrderId', 'Cascade', 'Cascade'),
  relationship('acme_note', 'acme_order', 'acme_OrderId', 'RemoveLink', 'NoCascade'),
  relationship('acme_lock', 'acme_order', 'acme_OrderId', 'Restrict', 'NoCascade'),
];

/** A synchronous step unless `more` says otherwise. */
export function step(
  table: string,
  message: string,
  stage: 10 | 20 | 40,
  more: Partial<StepMetadata> = {},
): StepMetadata {
  return {
    id: `${table}/${message}/${stage}/${more.rank ?? 1}`,
    name: `${message} of ${table} at ${stage}`,
    message,
    table,
    stage,
    mode: 0,
    rank: 1,
    filteringColumns: [],
    images: [],
    pluginType: 'Acme.Rules',
    ...more,
  };
}

export function customApi(uniqueName: string, more: Partial<CustomApiMetadata> = {}): CustomApiMetadata {
  return {
    uniqueName,
    displayName: uniqueName,
    description: '',
    isFunction: false,
    pluginTypeId: 'c1e5c000-0000-4000-8000-000000000009',
    parameters: [],
    responses: [],
    ...more,
  };
}
