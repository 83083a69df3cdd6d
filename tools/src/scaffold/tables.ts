import { choiceElement, type ChoiceSpec } from './components/choice';
import { columnElements, type ColumnSpec } from './components/column';
import { keyElement, type KeySpec } from './components/key';
import { relationshipElement, type RelationshipSpec } from './components/relationship';
import { currencyColumns } from './components/systemColumns';
import { tableElement, type TableSpec } from './components/table';
import { bareName, choiceName, logicalName, schemaName } from './names';
import { ComponentType, registerAppTable, registerRelationship, registerRootComponent } from './registry';
import { permitReading } from './security';
import type { SolutionTree } from './solutionTree';
import {
  childNamed,
  childrenNamed,
  descendant,
  element,
  putChild,
  textOf,
  type XmlElement,
} from '@bbl/dataverse/xmlTree';

/** The schema name of a table of the solution, which may be given in any case: `bbl_milestonesplit` → `bbl_MilestoneSplit` */
export function tableNamed(tree: SolutionTree, name: string): string {
  const found = tree.list('Entities').find((each) => logicalName(each) === logicalName(name));
  if (found === undefined) throw new Error(`The solution has no table ${name}.`);
  return found;
}

/** Path of a table's definition. */
export const tablePath = (table: string): string => `Entities/${table}/Entity.xml`;

/** Writes a table anew, or its names, settings and system columns if it exists: its own columns and keys are kept. */
export function putTable(tree: SolutionTree, table: TableSpec): void {
  const path = tablePath(schemaName(table.schemaName));
  const written = tableElement(table);
  if (tree.has(path)) {
    const existing = tree.read(path);
    const columns = descendant(written, 'EntityInfo', 'entity', 'attributes');
    const names = new Set(childrenNamed(columns, 'attribute').map(physicalName));
    for (const attribute of childrenNamed(descendant(existing, 'EntityInfo', 'entity', 'attributes'), 'attribute')) {
      if (!names.has(physicalName(attribute))) putAttribute(written, attribute);
    }
    const keys = childNamed(descendant(existing, 'EntityInfo', 'entity'), 'EntityKeys');
    if (keys) keysOf(written).children.push(...keys.children);
    const controls = childNamed(existing, 'CustomControlDefaultConfigs');
    if (controls) written.children.push(controls);
  }
  tree.write(path, written);
  const name = logicalName(table.schemaName);
  registerRootComponent(tree, { type: ComponentType.Table, schemaName: name });
  if (!table.isInternal) registerAppTable(tree, name);
}

const physicalName = (attribute: XmlElement) => (attribute.attributes['PhysicalName'] ?? '').toLowerCase();

function putAttribute(entity: XmlElement, attribute: XmlElement): void {
  putChild(
    descendant(entity, 'EntityInfo', 'entity', 'attributes'),
    attribute,
    (sibling) => physicalName(sibling) === physicalName(attribute),
    (sibling) => physicalName(sibling) > physicalName(attribute),
  );
}

/** Adds a column of any kind but a lookup, with the base twin, rate and currency that money needs. */
export function putColumn(tree: SolutionTree, table: string, column: ColumnSpec): void {
  schemaName(column.schemaName);
  const { type } = column;
  if (type.kind === 'choice' && !tree.has(choicePath(type.choice))) {
    throw new Error(`The solution has no choice ${type.choice}.`);
  }
  tree.edit(tablePath(table), (entity) => {
    const currency = type.kind === 'money' ? currencyColumns() : [];
    for (const attribute of [...columnElements(table, column), ...currency]) putAttribute(entity, attribute);
  });
  if (column.isSecured) permitReading(tree, logicalName(table), logicalName(column.schemaName));
}

export interface LookupSpec {
  readonly column: Omit<ColumnSpec, 'type' | 'isSecured'>;
  /** Schema name of the table it points to. */
  readonly target: string;
  /** Needed only where two lookups of a table point to the same one. */
  readonly relationshipName?: string;
  readonly cascadeDelete?: RelationshipSpec['cascadeDelete'];
  readonly cascadeAssign?: RelationshipSpec['cascadeAssign'];
}

/** Adds a lookup column and its relationship; the navigation property is the column's schema name. */
export function putLookup(tree: SolutionTree, table: string, lookup: LookupSpec): void {
  const { column } = lookup;
  const target = targetNamed(tree, lookup.target);
  schemaName(column.schemaName);
  tree.edit(tablePath(table), (entity) => {
    for (const attribute of columnElements(table, { ...column, type: { kind: 'lookup' } }))
      putAttribute(entity, attribute);
  });
  putRelationship(tree, {
    name: lookup.relationshipName ?? `bbl_${bareName(target)}_${bareName(table)}`,
    referencedTable: target,
    referencingTable: table,
    lookup: column.schemaName,
    cascadeDelete: lookup.cascadeDelete ?? 'RemoveLink',
    cascadeAssign: lookup.cascadeAssign ?? 'NoCascade',
  });
}

/** Like `tableNamed`, but the platform's tables, such as `Account`, are taken as they are: they are not in the solution. */
export const targetNamed = (tree: SolutionTree, name: string): string =>
  /^bbl_/i.test(name) ? tableNamed(tree, name) : name;

function putRelationship(tree: SolutionTree, relationship: RelationshipSpec): void {
  registerRelationship(tree, relationship.referencedTable, relationshipElement(relationship));
}

/** The keys of a table, directly after its columns. */
function keysOf(entity: XmlElement): XmlElement {
  const inner = descendant(entity, 'EntityInfo', 'entity');
  const existing = childNamed(inner, 'EntityKeys');
  if (existing) return existing;
  const keys = element('EntityKeys');
  putChild(
    inner,
    keys,
    () => false,
    (sibling) => sibling.name === 'EntitySetName',
  );
  return keys;
}

export function putKey(tree: SolutionTree, table: string, key: KeySpec): void {
  tree.edit(tablePath(table), (entity) => {
    putChild(keysOf(entity), keyElement(key), (sibling) => textOf(sibling, 'Name') === schemaName(key.schemaName));
  });
}

const choicePath = (name: string): string => `OptionSets/${name}.xml`;

export function putChoice(tree: SolutionTree, choice: ChoiceSpec): void {
  tree.write(choicePath(choiceName(choice.name)), choiceElement(choice));
  registerRootComponent(tree, { type: ComponentType.Choice, schemaName: choice.name });
}
