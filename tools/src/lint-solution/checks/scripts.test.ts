import { describeCheck } from '../testing';
import { checkScripts } from './scripts';

const COMMANDS = 'WebResources/bbl_/js/commands.js';

describeCheck(checkScripts, [
  {
    name: 'A form event and a command of functions that the scripts do not have',
    changes: [
      {
        file: ['Entities/bbl_Order/FormXml/main', 'Information'],
        from: 'Bbl.Forms.onLoadOrder',
        to: 'Bbl.Forms.onLoad',
      },
      { file: COMMANDS, from: 'canMarkReady', to: 'canMark' },
    ],
    finds: [
      ['script-functions', 'bbl_/js/commands.js has no function Bbl.Commands.canMarkReady'],
      ['script-functions', 'bbl_/js/forms.js has no function Bbl.Forms.onLoad'],
    ],
  },
  {
    name: 'A rule of a button that throws',
    changes: [
      { file: COMMANDS, from: 'canMarkReady: () => true', to: 'canMarkReady: (grid, ids) => ids[0].length > 0' },
    ],
    finds: [
      [
        'script-enable-rules',
        "Bbl.Commands.canMarkReady of nothing answers: TypeError: Cannot read properties of undefined (reading 'length')",
      ],
    ],
  },
  {
    name: 'A rule of a button that says neither yes nor no',
    changes: [{ file: COMMANDS, from: 'canMarkReady: () => true', to: 'canMarkReady: () => undefined' }],
    finds: [['script-enable-rules', 'Bbl.Commands.canMarkReady of nothing answers: undefined']],
  },
  {
    name: 'A script that fails while it loads',
    changes: [{ file: COMMANDS, to: 'missing.call();' }],
    finds: [['script-loading', 'ReferenceError: missing is not defined']],
  },
]);
