import { describeCheck } from '../testing';
import { checkVersions } from './versions';

const MANIFEST = 'Controls/bbl_Bbl.BacklogGrid/ControlManifest.xml';
const SOLUTION = 'Other/Solution.xml';
const manifest = (version: string): string =>
  `<manifest><control constructor="BacklogGrid" version="${version}" /></manifest>`;

describeCheck(checkVersions, [
  {
    name: 'A control of another version',
    changes: [{ file: MANIFEST, to: manifest('0.9.0') }],
    finds: [['versions', 'the control is 0.9.0, the solution 1.0.0.0']],
  },
  {
    name: 'A component from the future',
    changes: [
      { file: MANIFEST, to: manifest('0.9.0') },
      { file: SOLUTION, from: '<Version>1.0.0.0<', to: '<Version>0.9.0.0<' },
    ],
    finds: expect.arrayContaining([
      ['introduced-version', 'it was introduced in 1.0.0.0, the solution is 0.9.0.0'],
    ]) as [string, string][],
  },
]);
