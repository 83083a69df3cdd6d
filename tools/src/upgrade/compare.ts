import type { Release } from './components';

/** `deletes`: the upgrade takes it out, with what it holds. `refused`: the import fails, or callers break. */
export interface Finding {
  readonly effect: 'deletes' | 'refused';
  readonly key: string;
  readonly problem: string;
}

/** Names that only say what a component is called; its key is its identity. */
const RENAMABLE = /^(view|form|role|column security profile) /;
/** An option value stays in the organisation when it is taken out, and rows hold it. */
const NOT_DELETABLE = /^(option|parameter|response) /;

/**
 * What an upgrade from `released` to `current` would delete or fail at.
 * @param accepted keys of components that may go.
 */
export function compareReleases(released: Release, current: Release, accepted: readonly string[] = []): Finding[] {
  const known = Object.entries(released.components);
  return [
    ...versionFindings(released, current),
    ...known.flatMap(([key, fixed]) => findingOf(key, fixed, current.components[key])),
    ...Object.keys(current.components).flatMap((key) => requiredParameter(key, released, current)),
  ].filter(({ effect, key }) => effect === 'refused' || !accepted.includes(key));
}

function findingOf(key: string, fixed: string, now: string | undefined): Finding[] {
  if (now === undefined) {
    const isDeletable = !NOT_DELETABLE.test(key);
    return [
      { effect: isDeletable ? 'deletes' : 'refused', key, problem: `is gone${fixed === '' ? '' : ` (${fixed})`}` },
    ];
  }
  if (now === fixed || RENAMABLE.test(key) || isWidened(fixed, now)) return [];
  return [{ effect: 'refused', key, problem: `was ${fixed} and is ${now}` }];
}

const BOUND = /(length|decimals) (\d+)/;

/** A longer text, a number with more decimals: nothing stored stops fitting. */
function isWidened(fixed: string, now: string): boolean {
  const [, , before] = BOUND.exec(fixed) ?? [];
  const [, , after] = BOUND.exec(now) ?? [];
  return fixed.replace(BOUND, '') === now.replace(BOUND, '') && Number(after) > Number(before);
}

/** A new parameter that callers of the released version do not send. */
function requiredParameter(key: string, released: Release, current: Release): Finding[] {
  const [, api] = /^parameter ([^.]+)\./.exec(key) ?? [];
  const isNew = api !== undefined && `custom API ${api}` in released.components && !(key in released.components);
  const isRequired = !(current.components[key] ?? '').endsWith(', optional');
  return isNew && isRequired
    ? [{ effect: 'refused', key, problem: 'is new and required: callers do not send it' }]
    : [];
}

function versionFindings(released: Release, current: Release): Finding[] {
  const isSame = JSON.stringify(released.components) === JSON.stringify(current.components);
  const order = compareVersions(current.version, released.version);
  if (order > 0 || (order === 0 && isSame)) return [];
  const problem =
    order < 0
      ? `is ${current.version}, lower than the released ${released.version}`
      : `is still ${current.version}, but the components are not those of that release`;
  return [{ effect: 'refused', key: 'version', problem }];
}

/** Below 0 when `left` is the lower version. */
export function compareVersions(left: string, right: string): number {
  const [a, b] = [left, right].map((version) => version.split('.').map(Number));
  for (let index = 0; index < 4; index++) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
