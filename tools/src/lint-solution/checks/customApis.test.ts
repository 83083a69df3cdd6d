import { describeCheck } from '../testing';
import { checkCustomApis } from './customApis';

const API = 'customapis/bbl_SetStatus/customapi.xml';
const IDS = 'customapis/bbl_SetStatus/customapirequestparameters/Ids/customapirequestparameter.xml';

describeCheck(checkCustomApis, [
  {
    name: 'A plug-in type and a privilege that are not there',
    changes: [
      { file: API, from: /<plugintypeid>[0-9a-f-]+</, to: '<plugintypeid>11111111-1111-4111-8111-111111111111<' },
      { file: API, from: 'prvWritebbl_OrderLine', to: 'prvWritebbl_orderline' },
    ],
    finds: [
      ['api-types', 'no plug-in type has the id 11111111-1111-4111-8111-111111111111'],
      ['api-privileges', 'prvWritebbl_orderline is no privilege'],
    ],
  },
  {
    name: 'An API that others could hook into',
    changes: [{ file: API, from: '<allowedcustomprocessingsteptype>0<', to: '<allowedcustomprocessingsteptype>2<' }],
    finds: [['api-settings', 'allowedcustomprocessingsteptype is not 0']],
  },
  {
    name: 'A parameter in a folder of another name',
    changes: [{ file: IDS, from: 'uniquename="Ids"', to: 'uniquename="Rows"' }],
    finds: [['file-names', 'the unique name is Rows']],
  },
]);
