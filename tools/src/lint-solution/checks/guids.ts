import { type Finding, rule } from '../finding';
import { identitiesOf } from '../identities';
import { type Check, descendants, type LintSubject } from '../subject';

const malformed = rule(
  'guid-format',
  'Write 8-4-4-4-12 hexadecimal digits: packing accepts anything, the import does not.',
);
const shared = rule('guid-unique', 'Give the component an id of its own.');

const GUID = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;
/** What can only be meant as a GUID: hexadecimal groups, whatever their lengths. */
const LIKE_GUID = /^\{?[0-9a-f]+(-[0-9a-f]+){3,}\}?$/i;

/** Every GUID is one, and no two components share theirs. */
export const checkGuids: Check = (subject) => [...checkIdentities(subject), ...checkReferences(subject)];

function checkIdentities(subject: LintSubject): Finding[] {
  const seen = new Map<string, string>();
  return identitiesOf(subject).flatMap(({ file, component, id }) => {
    const what = component ?? 'a part of the form';
    if (!GUID.test(id)) return [malformed(file, `the id of ${what} is '${id}'`)];
    const key = id.replace(/[{}]/g, '').toLowerCase();
    const first = seen.get(key);
    seen.set(key, first ?? `${what} in ${file}`);
    return first === undefined ? [] : [shared(file, `${what} has the id of ${first}`)];
  });
}

function checkReferences({ documents }: LintSubject): Finding[] {
  return [...documents].flatMap(([path, root]) =>
    [...descendants(root)].flatMap(({ name, attributes, text }) =>
      [...Object.values(attributes), text]
        .flatMap((value) => value.split(','))
        .filter((value) => LIKE_GUID.test(value) && !GUID.test(value))
        .map((value) => malformed(path, `<${name}> holds '${value}'`)),
    ),
  );
}
