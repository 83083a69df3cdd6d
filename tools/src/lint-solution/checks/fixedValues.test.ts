import { describeCheck } from '../testing';
import { checkFixedValues } from './fixedValues';

const SOLUTION = 'Other/Solution.xml';
const CHOICE = 'OptionSets/bbl_billingstatus.xml';
const ORDER = 'Entities/bbl_Order/Entity.xml';
const STEP = ['SdkMessageProcessingSteps', 'bbl_orderline/Update.10'] as const;
const ASSEMBLY = ['PluginAssemblies', '<PluginAssembly'] as const;
const API = 'customapis/bbl_SetStatus/customapi.xml';

describeCheck(checkFixedValues, [
  {
    name: 'A manifest of another solution and publisher, with dependencies and one address',
    changes: [
      { file: SOLUTION, from: '<UniqueName>BillingBacklog<', to: '<UniqueName>Billing<' },
      { file: SOLUTION, from: '<UniqueName>billingbacklog<', to: '<UniqueName>other<' },
      {
        file: SOLUTION,
        from: '<MissingDependencies />',
        to: '<MissingDependencies><MissingDependency /></MissingDependencies>',
      },
      { file: SOLUTION, from: /<Address>[\s\S]*?<\/Address>/, to: '' },
    ],
    finds: [
      ['fixed-values', "<UniqueName> of <SolutionManifest> is 'Billing'"],
      ['fixed-values', "<MissingDependencies> of <SolutionManifest> is ''"],
      ['fixed-values', "<UniqueName> of <Publisher> is 'other'"],
      ['fixed-values', '<Addresses> has 1 addresses, not 2'],
    ],
  },
  {
    name: 'A root component without its parts',
    changes: [
      { file: SOLUTION, from: 'schemaName="bbl_order" behavior="0"', to: 'schemaName="bbl_order" behavior="2"' },
    ],
    finds: [['fixed-attributes', '<RootComponent> has behavior="2"']],
  },
  {
    name: 'An option and a state that lack what the platform writes, and a role that is not inherited',
    changes: [
      { file: CHOICE, from: ' ExternalValue=""', to: '' },
      { file: ORDER, from: ' invariantname="Active"', to: '' },
      { file: 'Roles/Billing Backlog Reader.xml', from: ' isinherited="1"', to: '' },
    ],
    finds: [
      ['fixed-attributes', '<option> has ExternalValue=""'],
      ['fixed-attributes', '<state> has invariantname=""'],
      ['fixed-attributes', '<Role> has isinherited=""'],
    ],
  },
  {
    name: 'A step that customers change, that runs later and that another handler type stands for',
    changes: [
      { file: STEP, from: '<Mode>0<', to: '<Mode>1<' },
      { file: STEP, from: '<EventHandlerTypeCode>4602<', to: '<EventHandlerTypeCode>4615<' },
      { file: STEP, from: '<IsCustomizable>0<', to: '<IsCustomizable>1<' },
    ],
    finds: [
      ['fixed-values', "<Mode> of <SdkMessageProcessingStep> is '1'"],
      ['fixed-values', "<EventHandlerTypeCode> of <SdkMessageProcessingStep> is '4615'"],
      ['fixed-values', "<IsCustomizable> of <SdkMessageProcessingStep> is '1'"],
    ],
  },
  {
    name: 'An assembly outside the sandbox, a private custom API and a table without auditing',
    changes: [
      { file: ASSEMBLY, from: '<IsolationMode>2<', to: '<IsolationMode>1<' },
      { file: API, from: '<isprivate>0<', to: '<isprivate>1<' },
      {
        file: ORDER,
        from: '</OwnershipTypeMask>\n      <IsAuditEnabled>1<',
        to: '</OwnershipTypeMask>\n      <IsAuditEnabled>0<',
      },
    ],
    finds: [
      ['fixed-values', "<IsAuditEnabled> of <entity> is '0'"],
      ['fixed-values', "<IsolationMode> of <PluginAssembly> is '1'"],
      ['fixed-values', "<isprivate> of <customapi> is '1'"],
    ],
  },
  {
    name: 'A date whose format is read as another',
    changes: [{ file: ORDER, from: '<Format>date<', to: '<Format>dateonly<' }],
    finds: [['fixed-values', "<Format> of bbl_Date is 'dateonly'"]],
  },
  {
    name: 'A view with the number that a table has in one environment',
    changes: [
      {
        file: ['Entities/bbl_Order/SavedQueries', 'Active Orders'],
        from: '<grid name="resultset"',
        to: '<grid name="resultset" object="10001"',
      },
    ],
    finds: [['stray-attributes', '<grid> has object']],
  },
]);
