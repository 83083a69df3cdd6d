import { describeCheck } from '../testing';
import { checkChoices } from './choices';

const file = 'OptionSets/bbl_billingstatus.xml';
const SPARE = '<optionset Name="bbl_spare"><options /></optionset>';

describeCheck(checkChoices, [
  {
    name: 'A choice that no column uses',
    changes: [{ file: 'OptionSets/bbl_spare.xml', to: SPARE }],
    finds: [['choice-unused', 'no column uses bbl_spare']],
  },
  {
    name: 'A value of another publisher',
    changes: [{ file, from: 'value="482100001"', to: 'value="100000001"' }],
    finds: [['choice-values', 'bbl_billingstatus has the value 100000001']],
  },
  {
    name: 'A value and a label that are there twice',
    changes: [
      { file, from: 'value="482100001"', to: 'value="482100000"' },
      { file, from: '"Ready to invoice"', to: '"Not ready to invoice"' },
    ],
    finds: [
      ['choice-duplicates', "bbl_billingstatus has '482100000' twice"],
      ['choice-duplicates', "bbl_billingstatus has 'Not ready to invoice' twice"],
    ],
  },
  {
    name: 'A file that is not named after its choice',
    changes: [{ file: 'OptionSets/bbl_other.xml', to: SPARE }],
    finds: [
      ['choice-unused', 'no column uses bbl_spare'],
      ['file-names', 'it holds the choice bbl_spare'],
    ],
  },
]);
