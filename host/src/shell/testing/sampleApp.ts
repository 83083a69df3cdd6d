import type { ColumnMetadata, FormCell, FormMetadata, TableMetadata, ViewMetadata } from '@bbl/dataverse/metadata';
import { QueryType } from '@bbl/dataverse/metadata';
import type { AppDescription } from '../model/appDescription';
import { AppModel } from '../model/appModel';

/** A small app for tests: orders with lines, their customers and currencies. */

export const ORDER_ID = '11111111-1111-4111-8111-111111111111';
export const ACCOUNT_ID = '22222222-2222-4222-8222-222222222222';
export const USD_ID = '33333333-3333-4333-8333-333333333333';
export const JPY_ID = '44444444-4444-4444-8444-444444444444';

export function column(
  name: string,
  type: ColumnMetadata['type'],
  extra: Partial<ColumnMetadata> = {},
): ColumnMetadata {
  return {
    name,
    schemaName: name.charAt(0).toUpperCase() + name.slice(1),
    type,
    displayName: name.charAt(0).toUpperCase() + name.slice(1),
    description: '',
    required: 'none',
    isPrimaryName: false,
    isSecured: false,
    isCustom: true,
    validForCreate: true,
    validForUpdate: true,
    validForRead: true,
    ...extra,
  };
}

export const STATUS_OPTIONS = [
  { value: 10, label: 'Open' },
  { value: 11, label: 'Shipped' },
];

const ORDER: TableMetadata = table('order', 'orders', [
  column('orderid', 'uniqueidentifier'),
  column('name', 'string', { isPrimaryName: true, required: 'required', maxLength: 100 }),
  column('total', 'money', { precision: 4, precisionSource: 2, minValue: '0' }),
  column('shipdate', 'dateonly'),
  column('orderstatus', 'choice', { options: STATUS_OPTIONS, defaultValue: 10 }),
  column('isrush', 'boolean', { defaultValue: 1 }),
  column('customerid', 'lookup', { targets: ['account'] }),
  column('approvedamount', 'money', { isSecured: true, precision: 2 }),
  column('transactioncurrencyid', 'lookup', { targets: ['transactioncurrency'] }),
  column('statecode', 'state', {
    options: [
      { value: 0, label: 'Active' },
      { value: 1, label: 'Inactive' },
    ],
  }),
]);

const LINE: TableMetadata = table('orderline', 'orderlines', [
  column('orderlineid', 'uniqueidentifier'),
  column('name', 'string', { isPrimaryName: true }),
  column('orderid', 'lookup', { targets: ['order'] }),
  column('quantity', 'decimal', { precision: 2 }),
]);

const ACCOUNT: TableMetadata = table('account', 'accounts', [
  column('accountid', 'uniqueidentifier'),
  column('name', 'string', { isPrimaryName: true }),
  column('city', 'string'),
]);

const CURRENCY: TableMetadata = table('transactioncurrency', 'transactioncurrencies', [
  column('transactioncurrencyid', 'uniqueidentifier'),
  column('name', 'string', { isPrimaryName: true }),
]);

function table(name: string, setName: string, columns: readonly ColumnMetadata[]): TableMetadata {
  const displayName = name.charAt(0).toUpperCase() + name.slice(1);
  return {
    name,
    schemaName: displayName,
    setName,
    displayName,
    displayCollectionName: `${displayName}s`,
    ownership: 'user',
    primaryId: `${name}id`,
    primaryName: 'name',
    columns,
    keys: [],
    isQuickCreateEnabled: false,
    isAuditEnabled: false,
  };
}

const relationship = (
  name: string,
  referencedTable: string,
  referencingTable: string,
  column: string,
  navigation: string,
) => ({
  name,
  referencedTable,
  referencingTable,
  referencingColumn: column,
  lookupNavigation: navigation,
  collectionNavigation: name,
  cascadeDelete: 'NoCascade' as const,
  cascadeAssign: 'NoCascade' as const,
  cascadeShare: 'NoCascade' as const,
  cascadeReparent: 'NoCascade' as const,
});

export const ORDER_VIEW: ViewMetadata = {
  id: 'aaaaaaaa-0000-4000-8000-000000000001',
  table: 'order',
  name: 'Open Orders',
  queryType: QueryType.Public,
  isDefault: true,
  isQuickFind: false,
  fetchXml:
    '<fetch version="1.0"><entity name="order"><attribute name="orderid"/><attribute name="name"/><attribute name="total"/>' +
    '<link-entity name="account" from="accountid" to="customerid" link-type="outer" alias="customer"><attribute name="city"/></link-entity>' +
    '<order attribute="name" descending="false"/><filter type="and"><condition attribute="statecode" operator="eq" value="0"/></filter></entity></fetch>',
  layoutXml: '',
  columns: [
    { name: 'name', widthPx: 200 },
    { name: 'total', widthPx: 100 },
    { name: 'customerid', widthPx: 150 },
    { name: 'customer.city', widthPx: 120 },
  ],
};

export const QUICK_FIND_VIEW: ViewMetadata = {
  ...ORDER_VIEW,
  id: 'aaaaaaaa-0000-4000-8000-000000000002',
  name: 'Quick Find',
  queryType: QueryType.QuickFind,
  isDefault: false,
  isQuickFind: true,
  fetchXml:
    '<fetch><entity name="order"><attribute name="name"/><filter type="or" isquickfindfields="1">' +
    '<condition attribute="name" operator="like" value="{0}"/><condition attribute="customeridname" operator="like" value="{0}"/></filter></entity></fetch>',
};

export function fieldCell(name: string, isDisabled = false): FormCell {
  return {
    id: `cell-${name}`,
    label: '',
    showLabel: true,
    isVisible: true,
    colSpan: 1,
    rowSpan: 1,
    control: { id: name, classId: '{4273EDBD-AC1D-40d3-9FB2-095C621B552D}', column: name, isDisabled, parameters: {} },
  };
}

const SUBGRID_CELL: FormCell = {
  ...fieldCell('lines'),
  control: {
    id: 'lines',
    classId: '{E7A81278-8635-4d9e-8D4D-59480B391C5B}',
    isDisabled: false,
    parameters: { TargetEntityType: 'orderline', RelationshipName: 'order_lines', RecordsPerPage: '10' },
  },
};

export const ORDER_FORM: FormMetadata = {
  id: 'bbbbbbbb-0000-4000-8000-000000000001',
  table: 'order',
  name: 'Order',
  type: 'main',
  tabs: [
    {
      id: 'tab-general',
      name: 'general',
      label: 'General',
      isVisible: true,
      columns: [
        {
          width: '100%',
          sections: [
            {
              id: 'section-main',
              name: 'main',
              label: 'Main',
              showLabel: true,
              isVisible: true,
              columnCount: 2,
              rows: [
                [fieldCell('name'), fieldCell('total')],
                [fieldCell('shipdate'), fieldCell('orderstatus')],
                [fieldCell('isrush'), fieldCell('customerid')],
                [fieldCell('approvedamount'), fieldCell('transactioncurrencyid')],
              ],
            },
          ],
        },
      ],
    },
    {
      id: 'tab-lines',
      name: 'lines',
      label: 'Lines',
      isVisible: true,
      columns: [
        {
          width: '100%',
          sections: [
            {
              id: 'section-lines',
              name: 'lines',
              label: 'Lines',
              showLabel: true,
              isVisible: true,
              columnCount: 1,
              rows: [[SUBGRID_CELL]],
            },
          ],
        },
      ],
    },
  ],
  header: [fieldCell('orderstatus')],
  libraries: [],
  handlers: [],
};

export const DESCRIPTION: AppDescription = {
  solution: { uniqueName: 'Sample', displayName: 'Sample', version: '1.0.0.0' },
  user: {
    id: '99999999-0000-4000-8000-000000000001',
    name: 'Ana Clerk',
    roles: [],
    privileges: allPrivileges(),
    secured: {},
    isAdministrator: false,
  },
  users: [],
  organization: { name: 'sample', baseCurrencyId: USD_ID },
  currencies: [
    { id: USD_ID, code: 'USD', symbol: '$', precision: 2 },
    { id: JPY_ID, code: 'JPY', symbol: '¥', precision: 0 },
  ],
  tables: [ORDER, LINE, ACCOUNT, CURRENCY],
  relationships: [
    relationship('order_lines', 'order', 'orderline', 'orderid', 'OrderId'),
    relationship('account_orders', 'account', 'order', 'customerid', 'CustomerId'),
    relationship('currency_orders', 'transactioncurrency', 'order', 'transactioncurrencyid', 'transactioncurrencyid'),
  ],
  choices: [],
  views: [ORDER_VIEW, QUICK_FIND_VIEW],
  forms: [ORDER_FORM],
  ribbons: [],
  apps: [{ uniqueName: 'sample_app', title: 'Sample', tables: ['order', 'orderline'], roleIds: [], areas: [] }],
  webResources: [],
  controls: [],
};

function allPrivileges(): Record<string, string> {
  const types = ['Create', 'Read', 'Write', 'Delete'];
  return Object.fromEntries(
    ['Order', 'Orderline', 'Account'].flatMap((name) => types.map((type) => [`prv${type}${name}`, 'Global'])),
  );
}

/** The sample app, with parts of its description replaced. */
export const sampleModel = (changes: Partial<AppDescription> = {}): AppModel =>
  new AppModel({ ...DESCRIPTION, ...changes });
