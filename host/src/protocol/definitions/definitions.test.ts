import { customApi } from '../../testing/fixtureModel';
import { openFixture } from '../../testing/fixtureHost';

describe('definitions', () => {
  test('of a table by its name, with columns and keys when they are expanded', () => {
    const { get } = openFixture();
    const table = get(
      "EntityDefinitions(LogicalName='acme_order')?$select=LogicalName,EntitySetName,PrimaryIdAttribute&$expand=Attributes($select=LogicalName,AttributeType;$filter=LogicalName eq 'acme_amount'),Keys",
    );
    expect(table).toMatchObject({
      LogicalName: 'acme_order',
      EntitySetName: 'acme_orders',
      PrimaryIdAttribute: 'acme_orderid',
      Attributes: [{ LogicalName: 'acme_amount', AttributeType: 'Money' }],
      Keys: [{ KeyAttributes: ['acme_number'] }],
    });
    expect(table).not.toHaveProperty('SchemaName');
    expect(get(`EntityDefinitions(${table.MetadataId})`).LogicalName).toBe('acme_order');
  });

  test('of the own tables, by a filter', () => {
    const list = openFixture().get('EntityDefinitions?$select=LogicalName&$filter=IsCustomEntity eq true').value;
    expect(list.map((table: { LogicalName: string }) => table.LogicalName)).toEqual([
      'acme_order',
      'acme_line',
      'acme_note',
      'acme_lock',
    ]);
  });

  test('of columns of one kind, with their options', () => {
    const { get } = openFixture();
    const [stage] = get(
      "EntityDefinitions(LogicalName='acme_order')/Attributes/Microsoft.Dynamics.CRM.PicklistAttributeMetadata?$select=LogicalName&$expand=OptionSet",
    ).value;
    expect(stage.LogicalName).toBe('acme_stage');
    expect(stage.OptionSet.Options.map((option: { Value: number }) => option.Value)).toEqual([
      100000000, 100000001, 100000002,
    ]);
    expect(get("EntityDefinitions(LogicalName='acme_order')/Attributes(LogicalName='acme_secret')").IsSecured).toBe(
      true,
    );
  });

  test('of relationships and global choices', () => {
    const { get } = openFixture();
    const lookups = get("EntityDefinitions(LogicalName='acme_line')/ManyToOneRelationships").value;
    expect(lookups).toContainEqual(
      expect.objectContaining({
        ReferencingAttribute: 'acme_orderid',
        ReferencedEntity: 'acme_order',
        ReferencingEntityNavigationPropertyName: 'acme_OrderId',
      }),
    );
    expect(get("GlobalOptionSetDefinitions(Name='acme_stage')")).toMatchObject({
      Name: 'acme_stage',
      Options: [{ Value: 100000000 }, {}, {}],
    });
  });

  test('of relationships by name, and of one kind', () => {
    const { get } = openFixture();
    const [first] = get('RelationshipDefinitions/Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata').value;
    expect(get(`RelationshipDefinitions(SchemaName='${first.SchemaName}')`)).toMatchObject({
      '@odata.type': '#Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata',
      MetadataId: first.MetadataId,
      ReferencedEntity: first.ReferencedEntity,
    });
    const names = get('RelationshipDefinitions?$select=SchemaName').value.map(
      (relationship: { SchemaName: string }) => relationship.SchemaName,
    );
    expect(new Set(names).size).toBe(names.length);
    const many = get("RelationshipDefinitions?$filter=RelationshipType eq 'ManyToManyRelationship'").value;
    expect(many.length).toBeGreaterThan(0);
  });

  test('that are not there or asked for too cleverly', () => {
    const { ask } = openFixture();
    expect(ask('GET', 'ManagedPropertyDefinitions').status).toBe(501);
    expect(ask('GET', "EntityDefinitions(LogicalName='nothing')").status).toBe(404);
    expect(ask('GET', 'EntityDefinitions?$filter=ObjectTypeCode gt 5').status).toBe(501);
    expect(ask('POST', 'EntityDefinitions', { body: {} }).status).toBe(405);
  });
});

test('$metadata describes types, navigation properties, sets and actions', () => {
  const api = customApi('acme_Pack', {
    parameters: [{ name: 'Ids', type: 'StringArray', isOptional: false }],
    responses: [{ name: 'Count', type: 'Integer' }],
  });
  const { ask } = openFixture({ model: { customApis: [api] }, handlers: {} });
  const { text, headers } = ask('GET', '$metadata');
  expect(headers['Content-Type']).toBe('application/xml');
  expect(text).toContain(
    '<EntityType Name="acme_order" BaseType="mscrm.crmbaseentity"><Key><PropertyRef Name="acme_orderid" /></Key>',
  );
  expect(text).toContain('<Property Name="_acme_accountid_value" Type="Edm.Guid" />');
  expect(text).toContain('<NavigationProperty Name="acme_AccountId" Type="mscrm.account" Nullable="true" />');
  expect(text).toContain('<NavigationProperty Name="acme_order_acme_line" Type="Collection(mscrm.acme_line)" />');
  expect(text).toContain('<EntitySet Name="acme_orders" EntityType="mscrm.acme_order">');
  expect(text).toContain(
    '<Action Name="acme_Pack"><Parameter Name="Ids" Type="Collection(Edm.String)" Nullable="false" />',
  );
});

test('the root lists the entity sets', () => {
  expect(openFixture().get('').value).toContainEqual({ name: 'acme_orders', kind: 'EntitySet', url: 'acme_orders' });
});
