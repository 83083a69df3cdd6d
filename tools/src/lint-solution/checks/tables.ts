import type { TableMetadata } from '@bbl/dataverse';
import { child, childText, children, type XmlElement } from '@bbl/dataverse/solution';
import { type Finding, rule } from '../finding';
import { type Check, documentsLike, type LintSubject, TABLE_FILE, tableFile } from '../subject';

const unnamed = rule(
  'table-names',
  'Name folder, <Name> and <entity> alike, in schema case with the publisher\u2019s prefix.',
);
const otherCase = rule('column-names', 'Write Name and LogicalName as the PhysicalName in lower case.');
const unknownColumn = rule('key-columns', 'Name columns of the table by their logical names.');
const noPrimaryName = rule('primary-name', 'Give the table a bbl_name whose DisplayMask starts with PrimaryName.');
const shortText = rule(
  'column-lengths',
  'Write <MaxLength> as well: <Length> alone gives a column of the default length.',
);

/** Tables, columns and keys are named as the platform will see them. */
export const checkTables: Check = (subject) => [
  ...documentsLike(subject, TABLE_FILE).flatMap(({ path, root, groups: [folder = ''] }) => [
    ...checkNames(subject, path, root, folder),
    ...columnsOf(root).flatMap((attribute) => checkColumn(path, attribute)),
  ]),
  ...subject.model.tables.flatMap((table) => [...checkKeys(table), ...checkPrimaryName(table)]),
];

const entityOf = (root: XmlElement): XmlElement | undefined => child(child(root, 'EntityInfo') ?? root, 'entity');
const columnsOf = (root: XmlElement): readonly XmlElement[] =>
  children(entityOf(root) ?? root, 'attributes', 'attribute');

function checkNames({ model }: LintSubject, path: string, root: XmlElement, folder: string): Finding[] {
  const names = new Set([folder, childText(root, 'Name'), entityOf(root)?.attributes['Name']]);
  const isOwn = folder.startsWith(`${model.publisher.prefix}_`);
  return names.size === 1 && isOwn ? [] : [unnamed(path, `the table is called ${[...names].join(', ')}`)];
}

function checkColumn(path: string, attribute: XmlElement): Finding[] {
  const physicalName = attribute.attributes['PhysicalName'] ?? '';
  const logicalName = physicalName.toLowerCase();
  const isNamed = childText(attribute, 'Name') === logicalName && childText(attribute, 'LogicalName') === logicalName;
  const isText = ['nvarchar', 'ntext'].includes(childText(attribute, 'Type') ?? '');
  return [
    ...(isNamed ? [] : [otherCase(path, `${physicalName} has another logical name`)]),
    ...(isText && !childText(attribute, 'MaxLength') ? [shortText(path, `${logicalName} has no <MaxLength>`)] : []),
  ];
}

function checkKeys(table: TableMetadata): Finding[] {
  const names = table.columns.map(({ name }) => name);
  return table.keys.flatMap((key) =>
    key.columns
      .filter((column) => !names.includes(column))
      .map((column) => unknownColumn(tableFile(table), `the key ${key.name} names ${column}`)),
  );
}

function checkPrimaryName(table: TableMetadata): Finding[] {
  const primaryNames = table.columns.filter(({ isPrimaryName }) => isPrimaryName);
  return primaryNames.length === 1
    ? []
    : [noPrimaryName(tableFile(table), `${table.name} has ${primaryNames.length} primary name columns`)];
}
