import { describeCheck } from '../testing';
import { checkWebResources } from './webResources';

const ICON = 'WebResources/bbl_/icons/ready.svg';
const STRINGS = 'WebResources/bbl_/strings/messages.1033.resx';

describeCheck(checkWebResources, [
  {
    name: 'Metadata without content, and content without metadata',
    changes: [{ file: ICON }, { file: 'WebResources/bbl_/icons/lost.svg', to: '<svg />' }],
    finds: [
      ['web-resource-content', `${ICON} is missing`],
      ['web-resource-data', 'it has no .data.xml'],
    ],
  },
  {
    name: 'A script that reads texts which it does not declare',
    changes: [
      { file: 'WebResources/bbl_/js/commands.js', to: 'Xrm.Utility.getResourceString("bbl_/strings/messages", "a");' },
      { file: 'WebResources/bbl_/js/commands.js.data.xml', from: /<DependencyXml>.*<\/DependencyXml>/, to: '' },
    ],
    finds: [['web-resource-dependencies', 'it reads texts but declares no resx']],
  },
  {
    name: 'A type that is not that of the extension',
    changes: [{ file: `${ICON}.data.xml`, from: '<WebResourceType>11<', to: '<WebResourceType>5<' }],
    finds: [['web-resource-types', 'bbl_/icons/ready.svg has the type 5']],
  },
  {
    name: 'A name that is not the path',
    changes: [
      { file: `${ICON}.data.xml`, from: '<Name>bbl_/icons/ready.svg<', to: '<Name>bbl_/icons/go.svg<' },
      { file: `${ICON}.data.xml`, from: '/WebResources/bbl_iconsreadysvg', to: '/WebResources/bbl_iconsgosvg' },
    ],
    finds: [['web-resource-names', 'the web resource is called bbl_/icons/go.svg']],
  },
  {
    name: 'A part that is not named after name and id',
    changes: [
      { file: `${STRINGS}.data.xml`, from: '/WebResources/bbl_stringsmessages1033resx', to: '/WebResources/messages' },
    ],
    finds: [
      [
        'web-resource-parts',
        expect.stringMatching(/^FileName is not \/WebResources\/bbl_stringsmessages1033resx[0-9A-F-]{36}$/) as string,
      ],
    ],
  },
]);
