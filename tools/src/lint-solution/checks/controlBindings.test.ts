import { describeCheck } from '../testing';
import { checkControlBindings } from './controlBindings';

const file = 'Entities/bbl_OrderLine/Entity.xml';

describeCheck(checkControlBindings, [
  {
    name: 'A control that is not in the solution',
    changes: [{ file, from: /name="bbl_Bbl.BacklogGrid"/g, to: 'name="bbl_Bbl.Other"' }],
    finds: [['control-names', 'the solution has no control bbl_Bbl.Other']],
  },
  {
    name: 'A data set and a property that the manifest does not name',
    changes: [
      { file, from: /data-set name="records"/g, to: 'data-set name="rows"' },
      { file, from: /<(\/?)pageSize/g, to: '<$1rowsPerPage' },
    ],
    finds: [
      ['control-parameters', 'bbl_Bbl.BacklogGrid has no parameter rows'],
      ['control-parameters', 'bbl_Bbl.BacklogGrid has no parameter rowsPerPage'],
    ],
  },
  {
    name: 'A form factor without a binding',
    changes: [{ file, from: 'formFactor="1"', to: 'formFactor="3"' }],
    finds: [['control-form-factors', 'form factors 0,2,3 of bbl_Bbl.BacklogGrid']],
  },
  {
    name: 'A form factor with another binding',
    changes: [{ file, from: '>100</pageSize>', to: '>250</pageSize>' }],
    finds: [['control-form-factors', 'form factors 0,1,2 of bbl_Bbl.BacklogGrid']],
  },
]);
