import type { ChoiceMetadata, ColumnMetadata, ControlBinding, KeyMetadata, SolutionFiles, TableMetadata } from '../metadata';
import { VERSION_COLUMN } from '../versionColumn';
import { type ChoiceFinder, type ReadColumn, readColumn } from './columns';
import { readControlBinding } from './controlBindings';
import { ShapeError } from './errors';
import { readXmlFiles } from './files';
import { labelOf } from './labels';
import { child, children, childText, flag, requiredAttribute, requiredChild, requiredText, type XmlElement } from './xml';

/** Tables as their files say, and the choices that live inside their columns. Lookups have no targets yet. */
export interface ReadTables {
  readonly tables: readonly TableMetadata[];
  readonly localChoices: readonly ChoiceMetadata[];
}

const OWNERSHIP: { readonly [mask: string]: TableMetadata['ownership'] } = {
  UserOwned: 'user',
  OrgOwned: 'organization',
  BusinessOwned: 'business',
  None: 'none',
};

/** `Entities/<SchemaName>/Entity.xml` (platform.md 1.7). A shell without attributes (`behavior="2"`) is no table of ours. */
export function readTables(files: SolutionFiles, findGlobalChoice: ChoiceFinder): ReadTables {
  const localChoices: ChoiceMetadata[] = [];
  const tables = readXmlFiles(files, /^Entities\/[^/]+\/Entity\.xml$/, 'Entity', (root) => {
    const columns = children(requiredEntity(root), 'attributes', 'attribute').map((attribute) =>
      readColumn(attribute, findGlobalChoice),
    );
    localChoices.push(...columns.flatMap(({ localChoice }) => localChoice ?? []));
    return columns.length > 0 ? readTable(root, columns) : undefined;
  });
  return { tables: tables.filter((table) => table !== undefined), localChoices };
}

function requiredEntity(root: XmlElement): XmlElement {
  return requiredChild(requiredChild(root, 'EntityInfo'), 'entity');
}

function readTable(root: XmlElement, read: readonly ReadColumn[]): TableMetadata {
  const entity = requiredEntity(root);
  const schemaName = requiredAttribute(entity, 'Name');
  const name = schemaName.toLowerCase();
  const columns = withRowVersion(read.map(({ column }) => column));
  const gridControl = readGridControl(root);
  return {
    name,
    schemaName,
    setName: requiredText(entity, 'EntitySetName'),
    displayName: labelOf(entity, 'LocalizedNames', 'LocalizedName'),
    displayCollectionName: labelOf(entity, 'LocalizedCollectionNames', 'LocalizedCollectionName'),
    ownership: readOwnership(entity),
    primaryId: readPrimaryId(entity),
    primaryName: columns.find((column) => column.isPrimaryName)?.name ?? '',
    columns,
    keys: children(entity, 'EntityKeys', 'EntityKey').map(readKey),
    isQuickCreateEnabled: flag(childText(entity, 'IsQuickCreateEnabled'), '<IsQuickCreateEnabled>'),
    isAuditEnabled: flag(childText(entity, 'IsAuditEnabled'), '<IsAuditEnabled>'),
    ...(gridControl && { gridControl }),
  };
}

function readOwnership(entity: XmlElement): TableMetadata['ownership'] {
  const mask = requiredText(entity, 'OwnershipTypeMask');
  const ownership = OWNERSHIP[mask];
  if (!ownership) throw new ShapeError(`<OwnershipTypeMask> is '${mask}', expected ${Object.keys(OWNERSHIP).join(', ')}`);
  return ownership;
}

function readPrimaryId(entity: XmlElement): string {
  const keys = children(entity, 'attributes', 'attribute').filter((column) => childText(column, 'Type') === 'primarykey');
  const [key] = keys;
  if (!key || keys.length > 1) throw new ShapeError(`expected one column of type primarykey, found ${keys.length}`);
  return requiredText(key, 'LogicalName');
}

function readKey(key: XmlElement): KeyMetadata {
  return {
    name: requiredText(key, 'LogicalName'),
    columns: children(key, 'EntityKeyAttributes', 'AttributeName').map((column) => column.text),
  };
}

function readGridControl(root: XmlElement): ControlBinding | undefined {
  const config = child(root, 'CustomControlDefaultConfigs');
  return children(config ?? root, 'CustomControlDefaultConfig')
    .flatMap((item) => children(item, 'ControlDescriptionXML', 'controlDescriptions'))
    .flatMap((list) => children(list, 'controlDescription'))
    .map(readControlBinding)
    .find((binding) => binding !== undefined);
}

/** The platform has `versionnumber` on every table though no file lists it. */
function withRowVersion(columns: readonly ColumnMetadata[]): readonly ColumnMetadata[] {
  return columns.some((column) => column.name === VERSION_COLUMN.name) ? columns : [...columns, VERSION_COLUMN];
}
