import { childText, children } from '@bbl/dataverse/solution';
import { type Finding, rule } from '../finding';
import { type Check, documentsLike, type LintSubject, RELATIONSHIP_FILE } from '../subject';

const LIST = 'Other/Relationships.xml';

const notListed = rule(
  'relationship-list',
  'List every relationship by name in Other/Relationships.xml, and nothing else.',
);
const otherFile = rule(
  'relationship-files',
  'Put the relationship into the file of its referenced table, in schema case.',
);
const unknownTable = rule(
  'relationship-tables',
  'Name tables of the solution or of every organisation, in schema case.',
);
const otherNavigation = rule(
  'relationship-navigation',
  'Name the lookup side after the lookup\u2019s schema name, the other after the relationship.',
);
const cascade = rule(
  'relationship-cascade',
  'Write RemoveLink or Restrict: the server deletes below a parent, as SYSTEM (domain.md 2.1-8).',
);

/** Relationship files, their list and the tables that they name agree. */
export const checkRelationships: Check = (subject) => [
  ...checkList(subject),
  ...documentsLike(subject, RELATIONSHIP_FILE).flatMap(({ path, root, groups: [fileName = ''] }) =>
    children(root, 'EntityRelationship').flatMap((relationship) => {
      const name = relationship.attributes['Name'] ?? '';
      const referenced = childText(relationship, 'ReferencedEntityName') ?? '';
      const referencing = childText(relationship, 'ReferencingEntityName') ?? '';
      return [
        ...(referenced === fileName ? [] : [otherFile(path, `${name} refers to ${referenced}`)]),
        ...[referenced, referencing]
          .filter((table) => subject.index.table(table.toLowerCase())?.schemaName !== table)
          .map((table) => unknownTable(path, `${name}: ${table} is no table`)),
        ...checkNavigation(subject, path, name),
        ...(childText(relationship, 'CascadeDelete') === 'Cascade'
          ? [cascade(path, `${name} deletes in cascade`)]
          : []),
      ];
    }),
  ),
];

function checkList(subject: LintSubject): Finding[] {
  const list = subject.documents.get(LIST);
  const listed = list ? children(list, 'EntityRelationship').map(({ attributes }) => attributes['Name'] ?? '') : [];
  const written = documentsLike(subject, RELATIONSHIP_FILE).flatMap(({ root }) =>
    children(root, 'EntityRelationship').map(({ attributes }) => attributes['Name'] ?? ''),
  );
  return [
    ...written.filter((name) => !listed.includes(name)).map((name) => notListed(LIST, `${name} is not listed`)),
    ...listed.filter((name) => !written.includes(name)).map((name) => notListed(LIST, `${name} has no file`)),
    ...listed
      .filter((name, position) => listed.indexOf(name) !== position)
      .map((name) => notListed(LIST, `${name} is listed twice`)),
  ];
}

function checkNavigation({ model, index }: LintSubject, path: string, name: string): Finding[] {
  const relationship = model.relationships.find((candidate) => candidate.name === name);
  if (!relationship) return [];
  const lookup = index.column(relationship.referencingTable, relationship.referencingColumn);
  const isUsual = relationship.lookupNavigation === lookup?.schemaName && relationship.collectionNavigation === name;
  return isUsual
    ? []
    : [
        otherNavigation(
          path,
          `${name} has the properties ${relationship.lookupNavigation} and ${relationship.collectionNavigation}`,
        ),
      ];
}
