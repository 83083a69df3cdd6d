import { MetadataIndex } from '../metadataIndex';
import { entityXml, relationshipXml, solutionFiles } from './fixtures';
import { readSolution } from './read';

const LOOKUP = { schemaName: 'bbl_InvoiceId', type: 'lookup', extra: '<LookupStyle>single</LookupStyle><LookupTypes />' };

const INVOICE = { 'Entities/bbl_Invoice/Entity.xml': entityXml('bbl_Invoice') };

test('A lookup gets its target and its navigation properties from the relationship', () => {
  const solution = readSolution(
    solutionFiles({
      ...INVOICE,
      'Entities/bbl_MilestoneSplit/Entity.xml': entityXml('bbl_MilestoneSplit', [LOOKUP]),
      'Other/Relationships/bbl_Invoice.xml': relationshipXml('bbl_invoice_milestonesplit', 'bbl_Invoice', 'bbl_MilestoneSplit', 'bbl_InvoiceId'),
    }),
  );
  expect(solution.relationships).toEqual([
    {
      name: 'bbl_invoice_milestonesplit',
      referencedTable: 'bbl_invoice',
      referencingTable: 'bbl_milestonesplit',
      referencingColumn: 'bbl_invoiceid',
      lookupNavigation: 'bbl_InvoiceId',
      collectionNavigation: 'bbl_invoice_milestonesplit',
      cascadeDelete: 'Restrict',
      cascadeAssign: 'Cascade',
      cascadeShare: 'NoCascade',
      cascadeReparent: 'NoCascade',
    },
  ]);
  const index = new MetadataIndex(solution);
  expect(index.column('bbl_milestonesplit', 'bbl_invoiceid')?.targets).toEqual(['bbl_invoice']);
  expect(index.navigation('bbl_milestonesplit', 'bbl_InvoiceId')?.targetTable).toBe('bbl_invoice');
});

test('A lookup without a relationship is an error of its table file', () => {
  const files = solutionFiles({ 'Entities/bbl_MilestoneSplit/Entity.xml': entityXml('bbl_MilestoneSplit', [LOOKUP]) });
  expect(() => readSolution(files)).toThrow(
    'Entities/bbl_MilestoneSplit/Entity.xml: the lookup bbl_invoiceid has no relationship in Other/Relationships',
  );
});

test('A relationship over a column that is no lookup is an error', () => {
  const files = solutionFiles({
    ...INVOICE,
    'Entities/bbl_Line/Entity.xml': entityXml('bbl_Line'),
    'Other/Relationships/bbl_Invoice.xml': relationshipXml('bbl_x', 'bbl_Invoice', 'bbl_Line', 'bbl_Name'),
  });
  expect(() => readSolution(files)).toThrow('a relationship uses bbl_name, which is no lookup');
});

test('The relationships that the platform makes by itself are there: currency, audit, owner', () => {
  const columns = [
    { schemaName: 'TransactionCurrencyId', type: 'lookup' },
    { schemaName: 'CreatedBy', type: 'lookup' },
    { schemaName: 'OwnerId', type: 'owner' },
    { schemaName: 'OwningBusinessUnit', type: 'lookup' },
  ];
  const solution = readSolution(solutionFiles({ 'Entities/bbl_Invoice/Entity.xml': entityXml('bbl_Invoice', columns) }));
  expect(
    solution.relationships.map((item) => [item.name, item.referencedTable, item.lookupNavigation, item.cascadeDelete]),
  ).toEqual([
    ['transactioncurrency_bbl_invoice', 'transactioncurrency', 'transactioncurrencyid', 'Restrict'],
    ['lk_bbl_invoice_createdby', 'systemuser', 'createdby', 'NoCascade'],
    ['owner_team_bbl_invoice', 'team', 'ownerid', 'Restrict'],
    ['owner_bbl_invoice', 'systemuser', 'ownerid', 'Restrict'],
    ['business_unit_bbl_invoice', 'businessunit', 'owningbusinessunit', 'Restrict'],
  ]);
  expect(new MetadataIndex(solution).column('bbl_invoice', 'ownerid')?.targets).toEqual(['team', 'systemuser']);
});

test('A many-to-many relationship names the intersect columns after the primary keys', () => {
  const manyToMany = `<EntityRelationships><EntityRelationship Name="bbl_a_b">
    <EntityRelationshipType>ManyToMany</EntityRelationshipType><IntersectEntityName>bbl_AB</IntersectEntityName>
    <FirstEntityName>bbl_A</FirstEntityName><SecondEntityName>bbl_B</SecondEntityName>
    <EntityRelationshipRoles>
      <EntityRelationshipRole><NavigationPropertyName>bbl_toB</NavigationPropertyName><AssociationRoleOrdinal>1</AssociationRoleOrdinal></EntityRelationshipRole>
      <EntityRelationshipRole><NavigationPropertyName>bbl_toA</NavigationPropertyName><AssociationRoleOrdinal>2</AssociationRoleOrdinal></EntityRelationshipRole>
    </EntityRelationshipRoles></EntityRelationship></EntityRelationships>`;
  const solution = readSolution(
    solutionFiles({
      'Entities/bbl_A/Entity.xml': entityXml('bbl_A'),
      'Entities/bbl_B/Entity.xml': entityXml('bbl_B'),
      'Other/Relationships/bbl_A.xml': manyToMany,
    }),
  );
  const association = new MetadataIndex(solution).association('bbl_b', 'bbl_toA');
  expect(association).toMatchObject({
    relationship: { intersectTable: 'bbl_ab' },
    own: { table: 'bbl_b', column: 'bbl_bid' },
    other: { table: 'bbl_a', column: 'bbl_aid' },
  });
});

test('A relationship without its navigation property is an error', () => {
  const broken = relationshipXml('bbl_r', 'bbl_Invoice', 'bbl_Line', 'bbl_InvoiceId').replace(
    '<RelationshipRoleType>1</RelationshipRoleType>',
    '<RelationshipRoleType>2</RelationshipRoleType>',
  );
  expect(() => readSolution(solutionFiles({ ...INVOICE, 'Other/Relationships/bbl_Invoice.xml': broken }))).toThrow(
    'Other/Relationships/bbl_Invoice.xml: bbl_r has no EntityRelationshipRole with RelationshipRoleType 1',
  );
});
