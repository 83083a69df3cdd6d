import type { ColumnMetadata, CustomApiMetadata, CustomApiType, TableMetadata } from '@bbl/dataverse';
import type { Engine } from '../../pipeline/engine';
import { EDM_TYPES } from '../odata/rowReader';

const NAMESPACE = 'Microsoft.Dynamics.CRM';

/** The `$metadata` document: entity types with keys and navigation properties, actions and functions, entity sets. */
export function csdl(engine: Engine): string {
  const tables = [...engine.metadata.tables.values()];
  const apis = [...engine.apis.values()];
  const types = tables.map((table) => entityType(table, engine)).join('');
  const operations = apis.map((api) => operation(api) + responseType(api)).join('');
  const sets = tables.map((table) => entitySet(table, engine)).join('');
  const imports = apis.map(operationImport).join('');
  return (
    '<?xml version="1.0" encoding="utf-8"?>' +
    '<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>' +
    `<Schema Namespace="${NAMESPACE}" Alias="mscrm" xmlns="http://docs.oasis-open.org/odata/ns/edm">` +
    `<EntityType Name="crmbaseentity" Abstract="true" />${types}${operations}` +
    `<EntityContainer Name="System">${sets}${imports}</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>`
  );
}

const qualified = (name: string): string => `mscrm.${name}`;

function entityType(table: TableMetadata, { metadata }: Engine): string {
  const properties = table.columns.filter(({ validForRead }) => validForRead).map(property);
  const version = '<Property Name="versionnumber" Type="Edm.Int64" />';
  const navigations = [...metadata.navigations(table.name)].map(([name, { kind, targetTable }]) =>
    kind === 'lookup'
      ? `<NavigationProperty Name="${name}" Type="${qualified(targetTable)}" Nullable="true" />`
      : `<NavigationProperty Name="${name}" Type="Collection(${qualified(targetTable)})" />`,
  );
  const keys = table.keys.map(
    ({ name, columns }) =>
      `<Annotation Term="OData.Community.Keys.V1.AlternateKeys" Qualifier="${name}"><Collection>${columns
        .map((column) => `<PropertyPath>${column}</PropertyPath>`)
        .join('')}</Collection></Annotation>`,
  );
  return (
    `<EntityType Name="${table.name}" BaseType="mscrm.crmbaseentity"><Key><PropertyRef Name="${table.primaryId}" /></Key>` +
    `${properties.join('')}${version}${navigations.join('')}${keys.join('')}</EntityType>`
  );
}

function property({ name, type, precision, isPrimaryName }: ColumnMetadata): string {
  const isReference = type === 'lookup' || type === 'owner';
  const scale = type === 'money' || type === 'decimal' ? ` Scale="${precision ?? 'Variable'}"` : '';
  const unicode = isPrimaryName ? ' Unicode="true"' : '';
  return `<Property Name="${isReference ? `_${name}_value` : name}" Type="${EDM_TYPES[type]}"${scale}${unicode} />`;
}

function entitySet(table: TableMetadata, { metadata }: Engine): string {
  const bindings = [...metadata.navigations(table.name)].flatMap(([name, { targetTable }]) => {
    const target = metadata.table(targetTable);
    return target ? [`<NavigationPropertyBinding Path="${name}" Target="${target.setName}" />`] : [];
  });
  return `<EntitySet Name="${table.setName}" EntityType="${qualified(table.name)}">${bindings.join('')}</EntitySet>`;
}

const API_TYPES: { readonly [type in CustomApiType]: string } = {
  Boolean: 'Edm.Boolean',
  DateTime: 'Edm.DateTimeOffset',
  Decimal: 'Edm.Decimal',
  Entity: 'mscrm.crmbaseentity',
  EntityCollection: 'Collection(mscrm.crmbaseentity)',
  EntityReference: 'mscrm.crmbaseentity',
  Float: 'Edm.Double',
  Integer: 'Edm.Int32',
  Money: 'Edm.Decimal',
  Picklist: 'Edm.Int32',
  String: 'Edm.String',
  StringArray: 'Collection(Edm.String)',
  Guid: 'Edm.Guid',
};

function operation(api: CustomApiMetadata): string {
  const element = api.isFunction ? 'Function' : 'Action';
  const parameters = api.parameters.map(
    ({ name, type, isOptional }) => `<Parameter Name="${name}" Type="${API_TYPES[type]}" Nullable="${isOptional}" />`,
  );
  const result =
    api.responses.length === 0
      ? ''
      : `<ReturnType Type="${qualified(`${api.uniqueName}Response`)}" Nullable="false" />`;
  return `<${element} Name="${api.uniqueName}">${parameters.join('')}${result}</${element}>`;
}

function responseType(api: CustomApiMetadata): string {
  if (api.responses.length === 0) return '';
  const properties = api.responses.map(({ name, type }) => `<Property Name="${name}" Type="${API_TYPES[type]}" />`);
  return `<ComplexType Name="${api.uniqueName}Response">${properties.join('')}</ComplexType>`;
}

function operationImport({ uniqueName, isFunction }: CustomApiMetadata): string {
  const element = isFunction ? 'Function' : 'Action';
  return `<${element}Import Name="${uniqueName}" ${element}="${qualified(uniqueName)}" />`;
}
