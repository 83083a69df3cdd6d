import { describeCheck } from '../testing';
import { checkFormSets } from './formSets';

describeCheck(checkFormSets, [
  {
    name: 'A table whose only form is not for everybody',
    changes: [
      {
        file: ['Entities/bbl_Order/FormXml/main', 'Information'],
        from: 'FallbackForm="true"',
        to: 'FallbackForm="false"',
      },
    ],
    finds: [['form-fallback', 'no main form of bbl_Order is the fallback']],
  },
]);
