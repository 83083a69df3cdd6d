import { describeCheck } from '../testing';
import { checkRootComponents } from './rootComponents';

const file = 'Other/Solution.xml';

describeCheck(checkRootComponents, [
  {
    name: 'A component that is not listed',
    changes: [{ file, from: '<RootComponent type="1" schemaName="bbl_order" behavior="0" />', to: '' }],
    finds: [['root-components', 'component 1 bbl_order is not listed']],
  },
  {
    name: 'An entry without a file',
    changes: [{ file: 'WebResources/bbl_/icons/ready.svg.data.xml' }],
    finds: [['root-component-files', 'component 61 bbl_/icons/ready.svg has no file']],
  },
  {
    name: 'An entry that is there twice',
    changes: [
      {
        file,
        from: '<RootComponents>',
        to: '<RootComponents><RootComponent type="9" schemaName="bbl_billingstatus" behavior="0" />',
      },
    ],
    finds: [['root-component-files', 'component 9 bbl_billingstatus is listed twice']],
  },
]);
