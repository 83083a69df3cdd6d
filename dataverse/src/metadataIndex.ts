import type {
  ChoiceMetadata,
  ColumnMetadata,
  ManyToManyEnd,
  ManyToManyMetadata,
  RelationshipMetadata,
  SolutionModel,
  TableMetadata,
} from './metadata';

type Definitions = Pick<SolutionModel, 'tables' | 'relationships' | 'choices'> &
  Partial<Pick<SolutionModel, 'manyToMany'>>;

/** A lookup's way to one target, or a collection's way back: what `$expand`, `@odata.bind` and link-entities follow. */
export interface Navigation {
  readonly relationship: RelationshipMetadata;
  /** `lookup`: from the many side to the row it points to; `collection`: from the one side to its rows. */
  readonly kind: 'lookup' | 'collection';
  readonly targetTable: string;
}

/** A table's way through a many-to-many relationship: `own` is its end, `other` the end it leads to. */
export interface Association {
  readonly relationship: ManyToManyMetadata;
  readonly own: ManyToManyEnd;
  readonly other: ManyToManyEnd;
}

/** Definitions of one or more solutions, found by name. Lookups are exact: logical and set names in lower case, navigation properties as spelled. */
export class MetadataIndex {
  readonly tables = new Map<string, TableMetadata>();
  readonly choices = new Map<string, ChoiceMetadata>();
  readonly relationships: readonly RelationshipMetadata[];
  private readonly bySetName = new Map<string, TableMetadata>();
  private readonly columnsByTable = new Map<string, Map<string, ColumnMetadata>>();
  private readonly navigationsByTable = new Map<string, Map<string, Navigation>>();
  private readonly associationsByTable = new Map<string, Map<string, Association>>();
  private readonly intersects = new Set<string>();
  private readonly lookups = new Map<string, RelationshipMetadata[]>();
  private readonly collections = new Map<string, RelationshipMetadata[]>();

  /** Later definitions must not repeat a table of earlier ones. */
  constructor(...sources: readonly Definitions[]) {
    const relationships: RelationshipMetadata[] = [];
    for (const source of sources) {
      source.tables.forEach((table) => this.addTable(table));
      source.choices.forEach((choice) => this.choices.set(choice.name, choice));
      relationships.push(...source.relationships);
      source.manyToMany?.forEach((relationship) => this.addManyToMany(relationship));
    }
    this.relationships = relationships;
    relationships.forEach((relationship) => this.addRelationship(relationship));
  }

  table(name: string): TableMetadata | undefined {
    return this.tables.get(name);
  }

  tableBySetName(setName: string): TableMetadata | undefined {
    return this.bySetName.get(setName);
  }

  column(table: string, column: string): ColumnMetadata | undefined {
    return this.columnsByTable.get(table)?.get(column);
  }

  /** Columns of a table by name, in the order of the definition. */
  columns(table: string): ReadonlyMap<string, ColumnMetadata> {
    return this.columnsByTable.get(table) ?? new Map();
  }

  navigation(table: string, property: string): Navigation | undefined {
    return this.navigationsByTable.get(table)?.get(property);
  }

  navigations(table: string): ReadonlyMap<string, Navigation> {
    return this.navigationsByTable.get(table) ?? new Map();
  }

  /** The many-to-many relationship behind a collection-valued navigation property. */
  association(table: string, property: string): Association | undefined {
    return this.associationsByTable.get(table)?.get(property);
  }

  /** Many-to-many relationships of a table by their navigation properties. */
  associations(table: string): ReadonlyMap<string, Association> {
    return this.associationsByTable.get(table) ?? new Map();
  }

  /** Whether the table only holds the pairs of a many-to-many relationship. */
  isIntersect(table: string): boolean {
    return this.intersects.has(table);
  }

  /** Relationships in which `table` holds the lookup. */
  lookupsOf(table: string): readonly RelationshipMetadata[] {
    return this.lookups.get(table) ?? [];
  }

  /** Relationships in which other rows point to `table`. */
  collectionsOf(table: string): readonly RelationshipMetadata[] {
    return this.collections.get(table) ?? [];
  }

  private addTable(table: TableMetadata): void {
    if (this.tables.has(table.name)) throw new Error(`Table ${table.name} is defined twice`);
    this.tables.set(table.name, table);
    this.bySetName.set(table.setName, table);
    this.columnsByTable.set(table.name, new Map(table.columns.map((column) => [column.name, column])));
  }

  private addRelationship(relationship: RelationshipMetadata): void {
    push(this.lookups, relationship.referencingTable, relationship);
    push(this.collections, relationship.referencedTable, relationship);
    this.addNavigation(relationship.referencingTable, relationship.lookupNavigation, {
      relationship,
      kind: 'lookup',
      targetTable: relationship.referencedTable,
    });
    this.addNavigation(relationship.referencedTable, relationship.collectionNavigation, {
      relationship,
      kind: 'collection',
      targetTable: relationship.referencingTable,
    });
  }

  private addManyToMany(relationship: ManyToManyMetadata): void {
    const [first, second] = relationship.ends;
    this.intersects.add(relationship.intersectTable);
    this.addAssociation({ relationship, own: first, other: second });
    this.addAssociation({ relationship, own: second, other: first });
  }

  private addAssociation(association: Association): void {
    const known = this.associationsByTable.get(association.own.table) ?? new Map<string, Association>();
    known.set(association.own.navigation, association);
    this.associationsByTable.set(association.own.table, known);
  }

  private addNavigation(table: string, property: string, navigation: Navigation): void {
    const known = this.navigationsByTable.get(table) ?? new Map<string, Navigation>();
    known.set(property, navigation);
    this.navigationsByTable.set(table, known);
  }
}

function push<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
