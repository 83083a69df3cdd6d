import { child, parseXml } from '@bbl/dataverse/solution';
import { rule } from '../finding';
import { type Check, descendants, documentsLike } from '../subject';

const otherVersion = rule(
  'versions',
  'Write the first three numbers of the solution version into ControlManifest.Input.xml and build: clients keep a control by its version.',
);
const tooNew = rule('introduced-version', 'Nothing can have been introduced after the version that holds it.');

const MANIFEST = /^Controls\/[^/]+\/ControlManifest\.xml$/;

/** The version in Other/Solution.xml is the one that everything else follows. */
export const checkVersions: Check = (subject) => [...checkControls(subject), ...checkIntroduced(subject)];

const checkControls: Check = ({ files, model }) => {
  const expected = model.version.split('.').slice(0, 3).join('.');
  return [...files]
    .filter(([path]) => MANIFEST.test(path))
    .flatMap(([path, content]) => {
      const version = child(parseXml(content), 'control')?.attributes['version'] ?? '';
      return version === expected
        ? []
        : [otherVersion(path, `the control is ${version}, the solution ${model.version}`)];
    });
};

const checkIntroduced: Check = (subject) =>
  documentsLike(subject, /\.xml$/).flatMap(({ path, root }) =>
    [...descendants(root)]
      .filter(({ name, text }) => /^introducedversion$/i.test(name) && isAfter(text, subject.model.version))
      .map(({ text }) => tooNew(path, `it was introduced in ${text}, the solution is ${subject.model.version}`)),
  );

function isAfter(version: string, other: string): boolean {
  const [left, right] = [version, other].map((text) => text.split('.').map(Number));
  for (let index = 0; index < 4; index++) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
