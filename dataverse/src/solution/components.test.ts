import { solutionFiles } from './fixtures';
import { readSolution } from './read';

const GUID = '5f0c2f0e-7c53-4c0b-9e0a-6b1f8a0d9c11';
const read = (texts: { readonly [path: string]: string }) => readSolution(solutionFiles(texts));

test('The manifest gives name, version and publisher; nothing else has to be there', () => {
  const solution = read({});
  expect(solution).toMatchObject({
    uniqueName: 'BillingBacklog',
    displayName: 'Billing Backlog',
    version: '1.2.3.4',
    publisher: { uniqueName: 'billingbacklog', prefix: 'bbl', optionValuePrefix: 48210 },
  });
  expect(solution.tables).toEqual([]);
});

test('A missing manifest is an error', () => {
  expect(() => readSolution(new Map())).toThrow('Other/Solution.xml: the file is missing');
});

test('A file with another root element is an error', () => {
  expect(() => read({ 'Roles/x.xml': '<role />' })).toThrow('Roles/x.xml: the root element is <role>, expected <Role>');
});

test('An app has its tables, roles and site map', () => {
  const app = `<AppModule><UniqueName>bbl_billing</UniqueName>
    <AppModuleComponents><AppModuleComponent type="62" schemaName="bbl_billing" /><AppModuleComponent type="1" schemaName="bbl_milestonesplit" /></AppModuleComponents>
    <AppModuleRoleMaps><Role id="{${GUID.toUpperCase()}}" /></AppModuleRoleMaps>
    <LocalizedNames><LocalizedName description="Billing" languagecode="1033" /></LocalizedNames></AppModule>`;
  const siteMap = `<AppModuleSiteMap><SiteMapUniqueName>bbl_billing</SiteMapUniqueName><SiteMap>
    <Area Id="area_sales"><Titles><Title LCID="1031" Title="Verkauf" /><Title LCID="1033" Title="Sales" /></Titles>
      <Group Id="group_billing"><Titles><Title LCID="1033" Title="Billing" /></Titles>
        <SubArea Id="sub_a" VectorIcon="/WebResources/bbl_/icons/milestone.svg" Entity="bbl_milestonesplit"><Titles><Title LCID="1033" Title="Fixed Price Milestones" /></Titles></SubArea>
        <SubArea Id="sub_b" Url="/main.aspx?pagetype=entitylist&amp;etn=bbl_actual"><Titles><Title LCID="1033" Title="Actuals" /></Titles></SubArea>
      </Group></Area></SiteMap></AppModuleSiteMap>`;
  const { apps } = read({ 'AppModules/bbl_billing/AppModule.xml': app, 'AppModuleSiteMaps/bbl_billing/AppModuleSiteMap.xml': siteMap });
  expect(apps).toEqual([
    {
      uniqueName: 'bbl_billing',
      title: 'Billing',
      tables: ['bbl_milestonesplit'],
      roleIds: [GUID],
      areas: [
        {
          id: 'area_sales',
          title: 'Sales',
          groups: [
            {
              id: 'group_billing',
              title: 'Billing',
              subAreas: [
                { id: 'sub_a', title: 'Fixed Price Milestones', icon: 'bbl_/icons/milestone.svg', table: 'bbl_milestonesplit' },
                { id: 'sub_b', title: 'Actuals', url: '/main.aspx?pagetype=entitylist&etn=bbl_actual' },
              ],
            },
          ],
        },
      ],
    },
  ]);
});

test('An app without its site map is an error', () => {
  const app = '<AppModule><UniqueName>bbl_billing</UniqueName></AppModule>';
  expect(() => read({ 'AppModules/bbl_billing/AppModule.xml': app })).toThrow(
    'AppModuleSiteMaps/bbl_billing/AppModuleSiteMap.xml: the file is missing',
  );
});

test('Roles and column security profiles', () => {
  const role = `<Role id="{${GUID}}" name="Reader"><RolePrivileges><RolePrivilege name="prvReadbbl_Thing" level="Global" /></RolePrivileges></Role>`;
  const profiles = `<FieldSecurityProfiles><FieldSecurityProfile name="Status readers" fieldsecurityprofileid="{${GUID}}"><FieldPermissions>
    <FieldPermission><EntityName>bbl_thing</EntityName><AttributeName>bbl_status</AttributeName><CanRead>4</CanRead><CanCreate>0</CanCreate><CanUpdate>0</CanUpdate></FieldPermission></FieldPermissions></FieldSecurityProfile></FieldSecurityProfiles>`;
  const solution = read({ 'Roles/Reader.xml': role, 'Other/FieldSecurityProfiles.xml': profiles });
  expect(solution.roles).toEqual([{ id: GUID, name: 'Reader', privileges: [{ name: 'prvReadbbl_Thing', level: 'Global' }] }]);
  expect(solution.columnSecurityProfiles).toEqual([
    { id: GUID, name: 'Status readers', permissions: [{ table: 'bbl_thing', column: 'bbl_status', canRead: true, canCreate: false, canUpdate: false }] },
  ]);
  expect(() => read({ 'Roles/Reader.xml': role.replace('Global', 'Everywhere') })).toThrow("the privilege level is 'Everywhere'");
});

const STEP = `<SdkMessageProcessingStep Name="Guard" SdkMessageProcessingStepId="{${GUID}}">
  <SdkMessageId>20bebb1b-ea3e-db11-86a7-000a3a5473e8</SdkMessageId>
  <PluginTypeName>Bbl.Plugins.Rules, Bbl.Plugins, Version=1.0.0.0</PluginTypeName><PrimaryEntity>bbl_Thing</PrimaryEntity>
  <FilteringAttributes>bbl_amount,bbl_status</FilteringAttributes><Mode>0</Mode><Rank>1</Rank><Stage>10</Stage>
  <SdkMessageProcessingStepImages><SdkMessageProcessingStepImage Name="PreImage"><Attributes>bbl_amount</Attributes><EntityAlias>PreImage</EntityAlias><ImageType>0</ImageType></SdkMessageProcessingStepImage></SdkMessageProcessingStepImages>
</SdkMessageProcessingStep>`;

test('Plug-in assemblies with types, steps with message, filter and images', () => {
  const assembly = `<PluginAssembly FullName="Bbl.Plugins, Version=1.0.0.0" PluginAssemblyId="${GUID}"><PluginTypes>
    <PluginType AssemblyQualifiedName="Bbl.Plugins.Rules, Bbl.Plugins" PluginTypeId="${GUID}" Name="Bbl.Plugins.Rules"><FriendlyName>x</FriendlyName></PluginType></PluginTypes></PluginAssembly>`;
  const solution = read({
    [`PluginAssemblies/BblPlugins-${GUID}/BblPlugins.dll.data.xml`]: assembly,
    [`SdkMessageProcessingSteps/{${GUID}}.xml`]: STEP,
  });
  expect(solution.pluginAssemblies[0]?.types).toEqual([{ id: GUID, name: 'Bbl.Plugins.Rules' }]);
  expect(solution.steps).toEqual([
    {
      id: GUID,
      name: 'Guard',
      message: 'Update',
      table: 'bbl_thing',
      stage: 10,
      mode: 0,
      rank: 1,
      filteringColumns: ['bbl_amount', 'bbl_status'],
      images: [{ alias: 'PreImage', type: 'pre', columns: ['bbl_amount'] }],
      pluginType: 'Bbl.Plugins.Rules',
    },
  ]);
});

test.each([
  ['<Stage>10<', '<Stage>30<', "<Stage> is '30', expected 10, 20 or 40"],
  ['20bebb1b', '20bebb1c', 'is no known message'],
  ['<ImageType>0<', '<ImageType>7<', "<ImageType> is '7'"],
])('A step with %s changed to %s is an error', (from, to, problem) => {
  expect(() => read({ 'SdkMessageProcessingSteps/{x}.xml': STEP.replace(from, to) })).toThrow(problem);
});

test('A custom API has its parameters and properties in order of name', () => {
  const api = `<customapi uniquename="bbl_Do"><description default="Does it" /><displayname default="Do" />
    <executeprivilegename>prvWritebbl_Thing</executeprivilegename><isfunction>0</isfunction><name>Do</name><plugintypeid><plugintypeid>${GUID}</plugintypeid></plugintypeid></customapi>`;
  const parameter = (name: string, type: number, isOptional: number) =>
    `<customapirequestparameter uniquename="${name}"><isoptional>${isOptional}</isoptional><name>${name}</name><type>${type}</type></customapirequestparameter>`;
  const { customApis } = read({
    'customapis/bbl_Do/customapi.xml': api,
    'customapis/bbl_Do/customapirequestparameters/Status/customapirequestparameter.xml': parameter('Status', 7, 0),
    'customapis/bbl_Do/customapirequestparameters/Ids/customapirequestparameter.xml': parameter('Ids', 11, 1),
    'customapis/bbl_Do/customapiresponseproperties/Results/customapiresponseproperty.xml':
      '<customapiresponseproperty uniquename="Results"><name>Results</name><type>10</type></customapiresponseproperty>',
  });
  expect(customApis).toEqual([
    {
      uniqueName: 'bbl_Do',
      displayName: 'Do',
      description: 'Does it',
      isFunction: false,
      executePrivilege: 'prvWritebbl_Thing',
      pluginTypeId: GUID,
      parameters: [
        { name: 'Ids', type: 'StringArray', isOptional: true },
        { name: 'Status', type: 'Integer', isOptional: false },
      ],
      responses: [{ name: 'Results', type: 'String' }],
    },
  ]);
});

test('Environment variables, web resources and controls', () => {
  const variable = `<environmentvariabledefinition schemaname="bbl_StatusAfterRelease"><defaultvalue>ready</defaultvalue><description default="Status after release" /><displayname default="Status after release" /><type>100000000</type></environmentvariabledefinition>`;
  const webResource = `<WebResource><WebResourceId>{${GUID}}</WebResourceId><Name>bbl_/js/main.js</Name><DisplayName>main.js</DisplayName><WebResourceType>3</WebResourceType></WebResource>`;
  const solution = read({
    'environmentvariabledefinitions/bbl_StatusAfterRelease/environmentvariabledefinition.xml': variable,
    'WebResources/bbl_/js/main.js.data.xml': webResource,
    'Controls/bbl_Bbl.BacklogGrid/ControlManifest.xml.data.xml':
      '<CustomControl><Name>bbl_Bbl.BacklogGrid</Name><FileName>/Controls/bbl_Bbl.BacklogGrid/ControlManifest.xml</FileName></CustomControl>',
  });
  expect(solution.environmentVariables).toEqual([
    { schemaName: 'bbl_StatusAfterRelease', displayName: 'Status after release', description: 'Status after release', type: 'string', defaultValue: 'ready' },
  ]);
  expect(solution.webResources).toEqual([
    { id: GUID, name: 'bbl_/js/main.js', displayName: 'main.js', type: 3, path: 'WebResources/bbl_/js/main.js' },
  ]);
  expect(solution.controls).toEqual([{ name: 'bbl_Bbl.BacklogGrid', folder: 'Controls/bbl_Bbl.BacklogGrid' }]);
});
