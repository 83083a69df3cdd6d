import { describeCheck } from '../testing';
import { checkControls } from './controls';

const FOLDER = 'Controls/bbl_Bbl.BacklogGrid';
const MANIFEST = `${FOLDER}/ControlManifest.xml`;

describeCheck(checkControls, [
  {
    name: 'Metadata and a manifest of another control',
    changes: [
      { file: `${MANIFEST}.data.xml`, from: 'ControlManifest.xml<', to: 'Manifest.xml<' },
      { file: MANIFEST, from: 'namespace="Bbl"', to: 'namespace="Other"' },
    ],
    finds: [
      ['control-folders', 'the folder is bbl_Bbl.BacklogGrid, the control another'],
      ['control-folders', 'the control is Other.BacklogGrid'],
    ],
  },
  {
    name: 'A control without its bundle',
    changes: [{ file: `${FOLDER}/bundle.js` }],
    finds: [['control-parts', `${FOLDER}/bundle.js is missing`]],
  },
  {
    name: 'A manifest that still names its source',
    changes: [{ file: MANIFEST, from: 'path="bundle.js"', to: 'path="index.ts"' }],
    finds: [
      ['control-parts', `${FOLDER}/index.ts is missing`],
      ['control-parts', 'it names no bundle.js'],
    ],
  },
  {
    name: 'A control without its manifest',
    changes: [{ file: MANIFEST }],
    finds: [['control-parts', 'it is missing']],
  },
  {
    name: 'A control that brings React of its own',
    changes: [{ file: MANIFEST, from: 'control-type="virtual"', to: 'control-type="standard"' }],
    finds: [['control-kinds', 'its type is standard']],
  },
  {
    name: 'A bundle that holds what the platform brings',
    // Numbers in no order, which gzip cannot shorten much.
    changes: [{ file: `${FOLDER}/bundle.js`, to: Array.from({ length: 20_000 }, (_, n) => (n * n) % 99_991).join() }],
    finds: [['control-size', '54 KB with gzip, 25 at the most']],
  },
]);
