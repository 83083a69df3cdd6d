import { rule } from '../finding';
import { lockedParts } from '../lock';
import type { Check } from '../subject';

const LOCK_FILE = 'tools/src/lint-solution/ids.json';

const changed = rule(
  'stable-ids',
  'Write the old one back: organisations know the component by it. If none can have it yet, run npm run lint-solution -- --accept.',
);
const vanished = rule(
  'stable-ids-vanished',
  'Put it back: an upgrade would delete it with its data. If that is meant, run npm run lint-solution -- --accept.',
);
const unlocked = rule(
  'stable-ids-new',
  'Run npm run lint-solution -- --accept and commit the lock with the component.',
);

/** What organisations know a component by stays as it was when it was first committed. */
export const checkStableIds: Check = (subject) => {
  const parts = lockedParts(subject);
  const present = new Set(parts.map(({ component }) => component));
  return [
    ...parts.flatMap(({ file, component, identity }) => {
      const locked = subject.lock[component];
      if (locked === undefined) return [unlocked(file, `${component} is not in the lock`)];
      return locked === identity ? [] : [changed(file, `${component} was ${locked} and is ${identity}`)];
    }),
    ...Object.keys(subject.lock)
      .filter((component) => !present.has(component))
      .map((component) => vanished(LOCK_FILE, `${component} is gone`)),
  ];
};
