import { describeCheck } from '../testing';
import { checkLabels } from './labels';

const ORDER = 'Entities/bbl_Order/Entity.xml';
const CHOICE = 'OptionSets/bbl_billingstatus.xml';
const GERMAN = '<label description="Bereit" languagecode="1031" />';

describeCheck(checkLabels, [
  {
    name: 'A table that has its name in another language only',
    changes: [
      {
        file: ORDER,
        from: '<LocalizedName description="Order" languagecode="1033" />',
        to: '<LocalizedName description="Auftrag" languagecode="1031" />',
      },
    ],
    finds: [
      ['labels', '<LocalizedNames> has no text in 1033'],
      ['label-languages', '<LocalizedName> has the language 1031'],
    ],
  },
  {
    name: 'An option without a text',
    changes: [{ file: CHOICE, from: 'description="Ready to invoice"', to: 'description=""' }],
    finds: [['labels', '<labels> has no text in 1033']],
  },
  {
    name: 'A translation into a language that the solution does not declare',
    changes: [{ file: CHOICE, from: /(<label description="Ready to invoice"[^>]*>)/, to: `$1${GERMAN}` }],
    finds: [['label-languages', '<label> has the language 1031']],
  },
  {
    name: 'A custom API whose default text is not its label',
    changes: [
      {
        file: 'customapis/bbl_SetStatus/customapi.xml',
        from: '<displayname default="Set status">',
        to: '<displayname default="Set it">',
      },
    ],
    finds: [['labels', '<displayname> has another default than its label']],
  },
]);
