import { join } from 'node:path';
import { readSolution } from '@bbl/dataverse/solution';
import { ROOT } from '../shared/root';
import { readSolutionFolder } from '../shared/solutionFolder';
import { generateFiles } from './generate';
import { codeName, labelName } from './names';
import { subjectOf } from './subject';

const ID = '5f0c2f0e-7c53-4c0b-9e0a-6b1f8a0d9c11';

const FILES = {
  'Other/Solution.xml': `<ImportExportXml><SolutionManifest><UniqueName>X</UniqueName><Version>1</Version><Publisher><UniqueName>x</UniqueName><CustomizationPrefix>bbl</CustomizationPrefix><CustomizationOptionValuePrefix>48210</CustomizationOptionValuePrefix></Publisher></SolutionManifest></ImportExportXml>`,
  'OptionSets/bbl_billingstatus.xml': `<optionset Name="bbl_billingstatus"><displaynames><displayname description="Billing status" languagecode="1033" /></displaynames><options>
    <option value="482100000"><labels><label description="Not ready to invoice" languagecode="1033" /></labels></option></options></optionset>`,
  'Entities/bbl_Thing/Entity.xml': `<Entity><EntityInfo><entity Name="bbl_Thing"><LocalizedNames><LocalizedName description="Thing" languagecode="1033" /></LocalizedNames><attributes>
    ${attribute('bbl_ThingId', 'primarykey')}
    ${attribute('bbl_Name', 'nvarchar', '<DisplayMask>PrimaryName</DisplayMask>')}
    ${attribute('bbl_Amount', 'money', '<IsSecured>1</IsSecured>')}
    ${attribute('bbl_Percent', 'decimal', '<Accuracy>4</Accuracy>')}
    ${attribute('bbl_Date', 'datetime', '<Behavior>2</Behavior>')}
    ${attribute('bbl_AccountId', 'lookup')}
    ${attribute('bbl_BillingStatus', 'picklist', '<OptionSetName>bbl_billingstatus</OptionSetName>')}
    ${attribute('OwningUser', 'lookup')}
    </attributes><EntitySetName>bbl_things</EntitySetName><OwnershipTypeMask>UserOwned</OwnershipTypeMask></entity></EntityInfo></Entity>`,
  'Other/Relationships/Account.xml': `<EntityRelationships><EntityRelationship Name="bbl_account_thing"><EntityRelationshipType>OneToMany</EntityRelationshipType>
    <ReferencingEntityName>bbl_Thing</ReferencingEntityName><ReferencedEntityName>Account</ReferencedEntityName><ReferencingAttributeName>bbl_AccountId</ReferencingAttributeName>
    <CascadeAssign>NoCascade</CascadeAssign><CascadeDelete>Restrict</CascadeDelete><CascadeReparent>NoCascade</CascadeReparent><CascadeShare>NoCascade</CascadeShare>
    <EntityRelationshipRoles><EntityRelationshipRole><NavigationPropertyName>bbl_AccountId</NavigationPropertyName><RelationshipRoleType>1</RelationshipRoleType></EntityRelationshipRole>
    <EntityRelationshipRole><NavigationPropertyName>bbl_account_thing</NavigationPropertyName><RelationshipRoleType>0</RelationshipRoleType></EntityRelationshipRole></EntityRelationshipRoles></EntityRelationship></EntityRelationships>`,
  'SdkMessageProcessingSteps/{x}.xml': `<SdkMessageProcessingStep Name="Guard" SdkMessageProcessingStepId="{${ID}}"><SdkMessageId>20bebb1b-ea3e-db11-86a7-000a3a5473e8</SdkMessageId>
    <PluginTypeName>Bbl.Plugins.Rules</PluginTypeName><PrimaryEntity>bbl_Thing</PrimaryEntity><FilteringAttributes>statecode,bbl_billingstatus,bbl_amount</FilteringAttributes><Mode>0</Mode><Rank>1</Rank><Stage>10</Stage></SdkMessageProcessingStep>`,
  'customapis/bbl_Do/customapi.xml': `<customapi uniquename="bbl_Do"><description default="Does it" /><isfunction>0</isfunction><plugintypeid><plugintypeid>${ID}</plugintypeid></plugintypeid></customapi>`,
  'customapis/bbl_Do/customapirequestparameters/Ids/customapirequestparameter.xml':
    '<customapirequestparameter uniquename="Ids"><isoptional>1</isoptional><type>11</type></customapirequestparameter>',
  'customapis/bbl_Do/customapiresponseproperties/Total/customapiresponseproperty.xml':
    '<customapiresponseproperty uniquename="Total"><type>2</type></customapiresponseproperty>',
};

function attribute(schemaName: string, type: string, extra = ''): string {
  return `<attribute PhysicalName="${schemaName}"><Type>${type}</Type><LogicalName>${schemaName.toLowerCase()}</LogicalName>${extra}</attribute>`;
}

async function generate(files: readonly (readonly [string, string])[]): Promise<{ [name: string]: string }> {
  const solution = readSolution(new Map(files.map(([path, text]) => [path, Buffer.from(text)])));
  const system = readSolution(readSolutionFolder(join(ROOT, 'host', 'system')));
  return Object.fromEntries(await generateFiles(subjectOf(solution, system)));
}

test('Names in code come from schema names and labels', () => {
  expect(['bbl_MilestoneSplit', 'bbl_Tax_Base', 'statecode', 'OwnerId'].map(codeName)).toEqual([
    'MilestoneSplit',
    'TaxBase',
    'StateCode',
    'OwnerId',
  ]);
  expect(['Not ready to invoice', 'Half-yearly', 'Re-evaluate'].map(labelName)).toEqual([
    'NotReadyToInvoice',
    'HalfYearly',
    'ReEvaluate',
  ]);
});

test('A table becomes constants of its names and a plain row, without the columns that no code uses', async () => {
  const { 'tables.ts': text } = await generate(Object.entries(FILES));
  expect(text).toContain(`export const Thing = {
  table: 'bbl_thing',
  set: 'bbl_things',
  id: 'bbl_thingid',
  AccountId: 'bbl_accountid',
  Amount: 'bbl_amount',`);
  expect(text).toContain('bbl_accountid?: string | null;');
  expect(text).toContain('bbl_amount?: DecimalText | null;');
  expect(text).toContain('bbl_billingstatus?: BillingStatus | null;');
  expect(text).toContain('bbl_date?: string | null;');
  expect(text).toContain('  bbl_thing: ThingRow;');
  expect(text).not.toContain('owninguser');
});

test('Metadata names decimals, navigation properties and secured columns', async () => {
  const { 'metadata.ts': text } = await generate(Object.entries(FILES));
  expect(text).toContain("bbl_accountid: { type: 'lookup', targets: { account: 'bbl_AccountId' } },");
  expect(text).toContain("bbl_percent: { type: 'decimal', decimals: 4 },");
  expect(text).toContain("bbl_amount: { type: 'money', isSecured: true },");
});

test('A choice becomes a constant object, a union type and labels', async () => {
  const { 'choices.ts': text } = await generate(Object.entries(FILES));
  expect(text).toContain(`export const BillingStatus = {
  NotReadyToInvoice: 482100000,
} as const;`);
  expect(text).toContain("482100000: 'Not ready to invoice',");
  expect(text).toContain('values: Object.values<number>(BillingStatus)');
});

test('A custom API becomes request and response types and metadata for execute', async () => {
  const { 'customApis.ts': text } = await generate(Object.entries(FILES));
  expect(text).toContain('readonly Ids?: readonly string[];');
  expect(text).toContain('readonly Total: DecimalText;');
  expect(text).toContain("Ids: { typeName: 'Collection(Edm.String)', structuralProperty: 4 }");
});

test('Server-managed columns are what the Update guard filters on, without state and status', async () => {
  const { 'serverManaged.ts': text } = await generate(Object.entries(FILES));
  expect(text).toContain("bbl_thing: ['bbl_amount', 'bbl_billingstatus'],");
});

test('The metadata for dataverse-ify names set, types and navigation', async () => {
  const { 'dataverseMetadata.ts': text } = await generate(Object.entries(FILES));
  expect(text).toContain("collectionName: 'bbl_things'");
  expect(text).toContain("bbl_date: 'DateOnly:DateOnly'");
  expect(text).toContain("bbl_AccountId: ['mscrm.account']");
});

test('The order in which files are listed changes nothing', async () => {
  const entries = Object.entries(FILES);
  expect(await generate([...entries].reverse())).toEqual(await generate(entries));
});

test('A system table that the host does not define is an error', () => {
  const solution = readSolution(new Map(Object.entries(FILES).map(([path, text]) => [path, Buffer.from(text)])));
  expect(() => subjectOf(solution, solution)).toThrow('The system table account is not defined in host/system');
});
