import { describeCheck } from '../testing';
import { checkSilentDrops } from './silentDrops';

const ORDER = 'Entities/bbl_Order/Entity.xml';
const API = 'customapis/bbl_SetStatus/customapi.xml';

describeCheck(checkSilentDrops, [
  {
    name: 'A table without the markers of its sibling folders',
    changes: [
      { file: ORDER, from: '<FormXml />', to: '' },
      { file: ORDER, from: '<RibbonDiffXml />', to: '' },
    ],
    finds: [
      ['entity-markers', 'it has no <FormXml />'],
      ['entity-markers', 'it has no <RibbonDiffXml />'],
    ],
  },
  {
    name: 'A grid control inside the inner entity',
    changes: [{ file: ORDER, from: '</entity>', to: '<CustomControlDefaultConfigs /></entity>' }],
    finds: [['misplaced-grid-control', 'CustomControlDefaultConfigs stands inside <entity>']],
  },
  {
    name: 'Column security profiles and other files where nobody looks for them',
    changes: [
      { file: 'FieldSecurityProfiles.xml', to: '<FieldSecurityProfiles />' },
      { file: 'Entities/bbl_Order/Forms/x.xml', to: '<forms />' },
    ],
    finds: [
      ['misplaced-files', 'it is not packed'],
      ['unknown-files', 'it is not packed'],
    ],
  },
  {
    name: 'A framework file with a declaration, and one with a comment',
    changes: [
      { file: API, from: /^/, to: '<?xml version="1.0" encoding="utf-8"?>\n' },
      {
        file: 'environmentvariabledefinitions/bbl_statusafterrelease/environmentvariabledefinition.xml',
        from: '<type>',
        to: '<!-- string --><type>',
      },
    ],
    finds: [
      ['framework-files', 'it starts with an XML declaration or a byte order mark'],
      ['framework-files', 'it has a comment'],
    ],
  },
]);
