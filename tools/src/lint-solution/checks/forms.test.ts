import { describeCheck } from '../testing';
import { checkForms } from './forms';

const MAIN = ['Entities/bbl_Order/FormXml/main', 'Information'] as const;
const TEXT = '{4273EDBD-AC1D-40d3-9FB2-095C621B552D}';

describeCheck(checkForms, [
  {
    name: 'A field in another spelling than the logical name',
    changes: [{ file: MAIN, from: 'datafieldname="bbl_date"', to: 'datafieldname="bbl_Date"' }],
    finds: [['form-fields', "bbl_order has no column 'bbl_Date'"]],
  },
  {
    name: 'A control that does not show the type of its column',
    changes: [{ file: MAIN, from: '{5B773807-9FB2-42db-97C3-7A91EFF8ADFF}', to: TEXT }],
    finds: [['form-controls', 'the control of bbl_date does not show a column of type dateonly']],
  },
  {
    name: 'A sub-grid of a table that is not there',
    changes: [{ file: MAIN, from: '<TargetEntityType>bbl_orderline<', to: '<TargetEntityType>bbl_none<' }],
    finds: [['form-subgrids', "sg_lines shows the unknown table 'bbl_none'"]],
  },
  {
    name: 'A sub-grid with a view of another table and a relationship that leads elsewhere',
    changes: [
      { file: MAIN, from: /<ViewIds>.*<\/ViewIds>/, to: '<ViewIds>{11111111-1111-4111-8111-111111111111}</ViewIds>' },
      { file: MAIN, from: '<RelationshipName>bbl_order_orderline<', to: '<RelationshipName>bbl_account_order<' },
    ],
    finds: [
      ['form-subgrids', 'sg_lines shows {11111111-1111-4111-8111-111111111111}, which is no view of bbl_orderline'],
      ['form-subgrids', "sg_lines: 'bbl_account_order' does not lead from bbl_order to bbl_orderline"],
    ],
  },
  {
    name: 'Two controls with one id',
    changes: [{ file: MAIN, from: 'id="bbl_date"', to: 'id="bbl_name"' }],
    finds: [['form-control-ids', 'several controls have the id bbl_name']],
  },
  {
    name: 'A binding of a control that is not on the form',
    changes: [
      {
        file: MAIN,
        from: '<DisplayConditions',
        to: '<controlDescriptions><controlDescription forControl="{11111111-1111-4111-8111-111111111111}" /></controlDescriptions><DisplayConditions',
      },
    ],
    finds: [['form-bindings', 'no control has the uniqueid {11111111-1111-4111-8111-111111111111}']],
  },
  {
    name: 'A library that is no web resource, and a handler of a library that is not listed',
    changes: [{ file: MAIN, from: '<Library name="bbl_/js/forms.js"', to: '<Library name="bbl_/js/none.js"' }],
    finds: [
      ['form-scripts', 'the library bbl_/js/none.js is no web resource of the solution'],
      ['form-scripts', 'Bbl.Forms.onLoadOrder comes from a library that is not listed'],
    ],
  },
  {
    name: 'A file that is not named after the id in it',
    changes: [{ file: MAIN, from: /<formid>.*</, to: '<formid>{11111111-1111-4111-8111-111111111111}<' }],
    finds: [['file-names', 'the form has another formid']],
  },
]);
