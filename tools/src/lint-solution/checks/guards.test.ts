import { describeCheck } from '../testing';
import { checkGuards } from './guards';

describeCheck(checkGuards, [
  {
    name: 'A table with columns of the server that is not guarded on create',
    changes: [{ file: ['SdkMessageProcessingSteps', 'Create.10'], from: '<Stage>10<', to: '<Stage>20<' }],
    finds: [['guard-steps', 'bbl_orderline has no Create step at stage 10']],
  },
]);
