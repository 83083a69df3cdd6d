import { describeCheck } from '../testing';
import { checkCanonicalElements } from './canonical';

const ORDER = 'Entities/bbl_Order/Entity.xml';
const VIEW = ['Entities/bbl_Order/SavedQueries', '"Active Orders"'] as const;
const RULE = 'canonical-elements';

/** Swaps two elements that follow each other. */
const swapped = (first: string, second: string): { readonly from: RegExp; readonly to: string } => ({
  from: new RegExp(`(<${first}>[^<]*</${first}>)(\\s*)(<${second}>[^<]*</${second}>)`),
  to: '$3$2$1',
});

describeCheck(checkCanonicalElements, [
  {
    name: 'A table without one of its settings',
    changes: [{ file: ORDER, from: '<IsSolutionAware>0</IsSolutionAware>', to: '' }],
    finds: [[RULE, '<entity> has no <IsSolutionAware>']],
  },
  {
    name: 'A setting that the shape does not have',
    changes: [{ file: ORDER, from: '<EntitySetName>', to: '<Icon /><EntitySetName>' }],
    finds: [[RULE, '<entity> has a <Icon>, which is not in the canonical shape']],
  },
  {
    name: 'A column whose common block is in another order',
    changes: [{ file: ORDER, ...swapped('Name', 'LogicalName') }],
    finds: [
      [RULE, expect.stringMatching(/^bbl_CustomerId: in <attribute>, <Name> stands after <LogicalName>/) as string],
    ],
  },
  {
    name: 'A date column without its behaviour',
    changes: [{ file: ORDER, from: '<CanChangeDateTimeBehavior>1</CanChangeDateTimeBehavior>', to: '' }],
    finds: [[RULE, 'bbl_Date: <attribute> has no <CanChangeDateTimeBehavior>']],
  },
  {
    name: 'A view, a relationship and a choice in another order',
    changes: [
      { file: VIEW, ...swapped('IsCustomizable', 'CanBeDeleted') },
      { file: 'Other/Relationships/bbl_Order.xml', ...swapped('CascadeAssign', 'CascadeDelete') },
      { file: 'OptionSets/bbl_billingstatus.xml', ...swapped('OptionSetType', 'IsGlobal') },
    ],
    finds: [
      [
        RULE,
        'in <savedquery>, <IsCustomizable> stands after <CanBeDeleted>; the canonical order is the other way round',
      ],
      [
        RULE,
        'in <EntityRelationship>, <CascadeAssign> stands after <CascadeDelete>; the canonical order is the other way round',
      ],
      [RULE, 'in <optionset>, <OptionSetType> stands after <IsGlobal>; the canonical order is the other way round'],
    ],
  },
  {
    name: 'A form, a step and a custom API without one of their elements',
    changes: [
      {
        file: ['Entities/bbl_Order/FormXml/main', 'Information'],
        from: /<FormPresentation>1<\/FormPresentation>/,
        to: '',
      },
      {
        file: ['SdkMessageProcessingSteps', 'Update.10'],
        from: '<SupportedDeployment>0</SupportedDeployment>',
        to: '',
      },
      { file: 'customapis/bbl_SetStatus/customapi.xml', from: '<isprivate>0</isprivate>', to: '' },
    ],
    finds: [
      [RULE, '<systemform> has no <FormPresentation>'],
      [RULE, '<SdkMessageProcessingStep> has no <SupportedDeployment>'],
      [RULE, '<customapi> has no <isprivate>'],
    ],
  },
  {
    name: 'A solution without one of the two addresses\u2019 elements',
    changes: [{ file: 'Other/Solution.xml', from: '<UPSZone xsi:nil="true" />', to: '' }],
    finds: [[RULE, '<Address> has no <UPSZone>']],
  },
]);
