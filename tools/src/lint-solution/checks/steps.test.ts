import { describeCheck } from '../testing';
import { checkSteps } from './steps';

const CREATE = ['SdkMessageProcessingSteps', 'bbl_orderline/Create.10'] as const;
const UPDATE = ['SdkMessageProcessingSteps', 'bbl_orderline/Update.10'] as const;
const UPDATE_NAME = 'Bbl.Plugins.StepPlugin: bbl_orderline/Update.10';
const CREATE_NAME = 'Bbl.Plugins.StepPlugin: bbl_orderline/Create.10';
const FILTER = /<FilteringAttributes>[^<]*<\/FilteringAttributes>/;

describeCheck(checkSteps, [
  {
    name: 'A step on a table that is not there',
    changes: [{ file: UPDATE, from: '<PrimaryEntity>bbl_orderline<', to: '<PrimaryEntity>bbl_none<' }],
    finds: [['step-tables', 'there is no table bbl_none']],
  },
  {
    name: 'Columns of filter and image that are not there',
    changes: [
      { file: UPDATE, from: FILTER, to: '<FilteringAttributes>bbl_sum</FilteringAttributes>' },
      { file: UPDATE, from: '<Attributes>bbl_billingstatus<', to: '<Attributes>bbl_status<' },
    ],
    finds: [
      ['step-columns', 'bbl_orderline has no column bbl_sum'],
      ['step-columns', 'bbl_orderline has no column bbl_status'],
    ],
  },
  {
    name: 'An Update without filtering attributes',
    changes: [{ file: UPDATE, from: FILTER, to: '<FilteringAttributes />' }],
    finds: [['step-filter', `${UPDATE_NAME} runs on every update`]],
  },
  {
    name: 'An image of a property that the message does not have',
    changes: [{ file: UPDATE, from: '<MessagePropertyName>Target<', to: '<MessagePropertyName>id<' }],
    finds: [['step-image-properties', "the image is of 'id'"]],
  },
  {
    name: 'Rules on an update that do not see every column that people write',
    changes: [{ file: UPDATE, from: '<Stage>10<', to: '<Stage>20<' }],
    finds: [
      ['step-filter-gaps', `${UPDATE_NAME} does not see a change of bbl_amount`],
      ['step-filter-gaps', `${UPDATE_NAME} does not see a change of bbl_orderid`],
    ],
  },
  {
    name: 'A Create with filtering attributes',
    changes: [
      { file: CREATE, from: '<FilteringAttributes />', to: '<FilteringAttributes>bbl_total</FilteringAttributes>' },
    ],
    finds: [['step-filter-message', `${CREATE_NAME} filters a Create`]],
  },
  {
    name: 'An image of a row that is not there yet',
    changes: [{ file: UPDATE, from: '<ImageType>0<', to: '<ImageType>1<' }],
    finds: [['step-images', `${UPDATE_NAME} has the post image PreImage`]],
  },
  {
    name: 'A handler that is registered twice',
    changes: [
      {
        file: ['SdkMessageProcessingSteps', 'Delete.10'],
        from: 'a1bdbb1b-ea3e-db11-86a7-000a3a5473e8',
        to: '9ebdbb1b-ea3e-db11-86a7-000a3a5473e8',
      },
    ],
    finds: [
      [
        'step-duplicates',
        expect.stringMatching(/^Bbl\.Plugins\.StepPlugin: .* does what Bbl\.Plugins\.StepPlugin: .* does$/) as string,
      ],
    ],
  },
  {
    name: 'A plug-in type that the assembly does not have',
    changes: [
      { file: UPDATE, from: /<PluginTypeId>[^<]*</, to: '<PluginTypeId>11111111-1111-4111-8111-111111111111<' },
    ],
    finds: [
      [
        'step-types',
        'no plug-in type has the id 11111111-1111-4111-8111-111111111111 and the name Bbl.Plugins.StepPlugin',
      ],
    ],
  },
  {
    name: 'A file that is not named after the id in it',
    changes: [
      {
        file: UPDATE,
        from: /SdkMessageProcessingStepId="[^"]*"/,
        to: 'SdkMessageProcessingStepId="{11111111-1111-4111-8111-111111111111}"',
      },
    ],
    finds: [['file-names', 'the step has another id']],
  },
]);
