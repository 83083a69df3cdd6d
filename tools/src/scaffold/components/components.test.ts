import { childrenNamed, descendant, printXml, textOf, type XmlElement } from '@bbl/dataverse/xmlTree';
import { buttonParts, type ButtonSpec } from './button';
import { columnElements } from './column';
import { relationshipElement } from './relationship';
import { stepElement } from './step';
import { viewElement } from './view';
import { webResourceElement } from './webResource';

const print = (root: XmlElement) => printXml(root, { declaration: false });
const typePart = (attribute: XmlElement, ...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, textOf(attribute, name)]));

describe('columns (platform.md 1.8)', () => {
  test('money comes with a base twin that only the platform writes', () => {
    const columns = columnElements('bbl_Invoice', {
      schemaName: 'bbl_TotalAmount',
      displayName: 'Total Amount',
      isSecured: true,
      type: { kind: 'money' },
    });

    expect(columns.map((column) => column.attributes['PhysicalName'])).toEqual([
      'bbl_TotalAmount',
      'bbl_TotalAmount_Base',
    ]);
    const [amount, twin] = columns as [XmlElement, XmlElement];
    expect(typePart(amount, 'IsSecured', 'ValidForUpdateApi', 'AccuracySource')).toEqual({
      IsSecured: '1',
      ValidForUpdateApi: '1',
      AccuracySource: '2',
    });
    expect(typePart(twin, 'IsSecured', 'ValidForUpdateApi', 'CalculationOf')).toEqual({
      IsSecured: '0',
      ValidForUpdateApi: '0',
      CalculationOf: 'bbl_totalamount',
    });
  });

  test('a date-only column has no time zone', () => {
    const [column] = columnElements('bbl_Invoice', {
      schemaName: 'bbl_InvoiceDate',
      displayName: 'Invoice Date',
      type: { kind: 'dateOnly' },
    }) as [XmlElement];

    expect(typePart(column, 'Type', 'Format', 'Behavior')).toEqual({ Type: 'datetime', Format: 'date', Behavior: '2' });
  });

  test('every element of the common block stands in the canonical order', () => {
    const [column] = columnElements('bbl_Invoice', {
      schemaName: 'bbl_InvoiceStatus',
      displayName: 'Status',
      type: { kind: 'choice', choice: 'bbl_invoicestatus' },
    }) as [XmlElement];

    expect(print(column)).toMatchInlineSnapshot(`
      "<attribute PhysicalName="bbl_InvoiceStatus">
        <Type>picklist</Type>
        <Name>bbl_invoicestatus</Name>
        <LogicalName>bbl_invoicestatus</LogicalName>
        <RequiredLevel>none</RequiredLevel>
        <DisplayMask>ValidForAdvancedFind|ValidForForm|ValidForGrid</DisplayMask>
        <ImeMode>auto</ImeMode>
        <ValidForUpdateApi>1</ValidForUpdateApi>
        <ValidForReadApi>1</ValidForReadApi>
        <ValidForCreateApi>1</ValidForCreateApi>
        <IsCustomField>1</IsCustomField>
        <IsAuditEnabled>1</IsAuditEnabled>
        <IsSecured>0</IsSecured>
        <IntroducedVersion>1.0.0.0</IntroducedVersion>
        <IsCustomizable>1</IsCustomizable>
        <IsRenameable>1</IsRenameable>
        <CanModifySearchSettings>1</CanModifySearchSettings>
        <CanModifyRequirementLevelSettings>1</CanModifyRequirementLevelSettings>
        <CanModifyAdditionalSettings>1</CanModifyAdditionalSettings>
        <SourceType>0</SourceType>
        <IsGlobalFilterEnabled>0</IsGlobalFilterEnabled>
        <IsSortableEnabled>0</IsSortableEnabled>
        <CanModifyGlobalFilterSettings>1</CanModifyGlobalFilterSettings>
        <CanModifyIsSortableSettings>1</CanModifyIsSortableSettings>
        <IsDataSourceSecret>0</IsDataSourceSecret>
        <AutoNumberFormat />
        <IsSearchable>0</IsSearchable>
        <IsFilterable>0</IsFilterable>
        <IsRetrievable>0</IsRetrievable>
        <IsLocalizable>0</IsLocalizable>
        <AppDefaultValue>-1</AppDefaultValue>
        <OptionSetName>bbl_invoicestatus</OptionSetName>
        <displaynames>
          <displayname description="Status" languagecode="1033" />
        </displaynames>
        <Descriptions>
          <Description description="" languagecode="1033" />
        </Descriptions>
      </attribute>
      "
    `);
  });

  test('a yes/no column that the server decides declares no default', () => {
    const [column] = columnElements('bbl_Invoice', {
      schemaName: 'bbl_IsCorrection',
      displayName: 'Correction',
      type: { kind: 'yesNo' },
    }) as [XmlElement];

    expect(childrenNamed(column, 'AppDefaultValue')).toEqual([]);
    expect(descendant(column, 'optionset').attributes['Name']).toBe('bbl_invoice_bbl_iscorrection');
  });

  test('a lookup cannot be secured', () => {
    const secured = () =>
      columnElements('bbl_Invoice', {
        schemaName: 'bbl_ContractId',
        displayName: 'Contract',
        isSecured: true,
        type: { kind: 'lookup' },
      });

    expect(secured).toThrow('does not secure lookups');
  });
});

test('a relationship names both navigation properties (platform.md 1.10)', () => {
  const relationship = relationshipElement({
    name: 'bbl_invoice_milestonesplit',
    referencedTable: 'bbl_Invoice',
    referencingTable: 'bbl_MilestoneSplit',
    lookup: 'bbl_InvoiceId',
  });

  expect(print(descendant(relationship, 'EntityRelationshipRoles'))).toMatchInlineSnapshot(`
    "<EntityRelationshipRoles>
      <EntityRelationshipRole>
        <NavPaneDisplayOption>UseCollectionName</NavPaneDisplayOption>
        <NavPaneArea>Details</NavPaneArea>
        <NavPaneOrder>10000</NavPaneOrder>
        <NavigationPropertyName>bbl_InvoiceId</NavigationPropertyName>
        <RelationshipRoleType>1</RelationshipRoleType>
      </EntityRelationshipRole>
      <EntityRelationshipRole>
        <NavigationPropertyName>bbl_invoice_milestonesplit</NavigationPropertyName>
        <RelationshipRoleType>0</RelationshipRoleType>
      </EntityRelationshipRole>
    </EntityRelationshipRoles>
    "
  `);
});

test('a view reads linked columns under their alias and tries alternatives (platform.md 1.11)', () => {
  const view = viewElement({
    table: 'bbl_ContractLine',
    name: 'Products',
    kind: 'public',
    columns: [
      { name: 'bbl_name', widthPx: 200 },
      { name: 'contract.bbl_customerid', widthPx: 180 },
      { name: 'bbl_contractid', widthPx: 120, isHidden: true },
    ],
    links: [{ alias: 'contract', table: 'bbl_contract', lookup: 'bbl_contractid' }],
    filters: [
      {
        anyOf: [
          { column: 'bbl_tax', operator: 'null' },
          { column: 'bbl_tax', operator: 'gt', value: '0' },
        ],
      },
    ],
    orders: [{ column: 'bbl_name', isDescending: true }],
  });

  expect(print(descendant(view, 'savedquery', 'fetchxml'))).toMatchInlineSnapshot(`
    "<fetchxml>
      <fetch version="1.0" mapping="logical">
        <entity name="bbl_contractline">
          <attribute name="bbl_contractlineid" />
          <attribute name="bbl_name" />
          <attribute name="bbl_contractid" />
          <order attribute="bbl_name" descending="true" />
          <filter type="and">
            <filter type="or">
              <condition attribute="bbl_tax" operator="null" />
              <condition attribute="bbl_tax" operator="gt" value="0" />
            </filter>
          </filter>
          <link-entity name="bbl_contract" from="bbl_contractid" to="bbl_contractid" visible="false" link-type="outer" alias="contract">
            <attribute name="bbl_customerid" />
          </link-entity>
        </entity>
      </fetch>
    </fetchxml>
    "
  `);
  expect(print(descendant(view, 'savedquery', 'layoutxml'))).toMatchInlineSnapshot(`
    "<layoutxml>
      <grid name="resultset" jump="bbl_name" select="1" preview="1" icon="1">
        <row name="result" id="bbl_contractlineid">
          <cell name="bbl_name" width="200" />
          <cell name="contract.bbl_customerid" width="180" />
          <cell name="bbl_contractid" width="120" ishidden="1" />
        </row>
      </grid>
    </layoutxml>
    "
  `);
});

describe('steps (platform.md 1.19)', () => {
  const pluginType = {
    id: 'id',
    name: 'Bbl.Plugins.StepPlugin',
    assemblyQualifiedName: 'Bbl.Plugins.StepPlugin, Assembly',
  };

  test('an update without filtering columns is refused', () => {
    expect(() => stepElement({ table: 'bbl_invoice', message: 'Update', stage: 20 }, pluginType)).toThrow(
      'bbl_invoice/Update.20: an Update step names its filtering columns.',
    );
  });

  test('an image of what a create will replace is refused', () => {
    const images = [{ alias: 'PreImage', type: 'pre' as const, columns: ['bbl_name'] }];

    expect(() => stepElement({ table: 'bbl_invoice', message: 'Create', stage: 20, images }, pluginType)).toThrow(
      'Create has no image before',
    );
  });

  test('its name is the key of its handler', () => {
    const step = stepElement({ table: 'bbl_invoice', message: 'Delete', stage: 10 }, pluginType);

    expect(step.attributes['Name']).toBe('Bbl.Plugins.StepPlugin: bbl_invoice/Delete.10');
  });
});

describe('buttons (platform.md 1.15)', () => {
  const button: ButtonSpec = {
    table: 'bbl_invoice',
    id: 'Confirm',
    label: 'Confirm',
    toolTip: 'Confirm the selected invoices.',
    icon: 'bbl_/icons/confirm.svg',
    sequence: 10,
    places: ['HomepageGrid', 'SubGrid', 'Form'],
    functionName: 'Bbl.Commands.confirmInvoices',
    enableFunctionName: 'Bbl.Commands.canConfirm',
    needsSelection: true,
    privilege: { table: 'bbl_billingclaim', type: 'Write' },
  };
  const parameters = (command: XmlElement) =>
    descendant(command, 'Actions', 'JavaScriptFunction').children.map((child) =>
      typeof child === 'string' ? child : child.attributes['Value'],
    );

  test('grids share a command and forms have their own, for the same function', () => {
    const { customActions, commandDefinitions } = buttonParts(button);

    expect(customActions).toHaveLength(3);
    expect(commandDefinitions.map(parameters)).toEqual([
      ['SelectedControl', 'SelectedControlSelectedItemIds', 'SelectedEntityTypeName'],
      ['PrimaryControl', 'PrimaryItemIds', 'PrimaryEntityTypeName'],
    ]);
  });

  test('every rule that a command refers to is defined', () => {
    const { commandDefinitions, displayRules, enableRules } = buttonParts(button);
    const ids = (elements: readonly XmlElement[]) => elements.map((each) => each.attributes['Id']);

    for (const command of commandDefinitions) {
      const enableReferences = childrenNamed(descendant(command, 'EnableRules'), 'EnableRule');
      const displayReferences = childrenNamed(descendant(command, 'DisplayRules'), 'DisplayRule');
      expect(ids(enableRules)).toEqual(expect.arrayContaining(ids(enableReferences)));
      expect(ids(displayRules)).toEqual(expect.arrayContaining(ids(displayReferences)));
    }
  });

  test('a command for the whole view needs no selected rows', () => {
    const { commandDefinitions, enableRules } = buttonParts({
      ...button,
      places: ['HomepageGrid'],
      needsSelection: false,
    });

    expect(commandDefinitions.map(parameters)).toEqual([['SelectedControl', 'SelectedEntityTypeName']]);
    expect(enableRules.flatMap((rule) => childrenNamed(rule, 'SelectionCountRule'))).toEqual([]);
  });

  test("a sub-grid's command for the form's row gets the form", () => {
    const places = ['SubGrid'] as const;
    const { commandDefinitions, enableRules } = buttonParts({ ...button, places, isOfFormRow: true });

    expect(commandDefinitions.map(parameters)).toEqual([['PrimaryControl']]);
    expect(enableRules.flatMap((rule) => childrenNamed(rule, 'SelectionCountRule'))).toEqual([]);
  });
});

test("a web resource's part name has neither separators nor dots (platform.md 1.2)", () => {
  const resource = webResourceElement({ name: 'bbl_/js/commands.js', displayName: 'Commands' });

  expect(textOf(resource, 'FileName')).toMatch(
    /^\/WebResources\/bbl_jscommandsjs[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/,
  );
  expect(textOf(resource, 'WebResourceType')).toBe('3');
});
