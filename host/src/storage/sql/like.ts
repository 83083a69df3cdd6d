import { fold } from '../values/fold';

/** How SQLite answers a `like`: any value at all, an equal one, one that contains a text, or one that fits a GLOB. */
export type LikePlan =
  { readonly kind: 'any' } | { readonly kind: 'equals' | 'contains' | 'glob'; readonly text: string };

const WILDCARD = /[%_[]/;

/**
 * Translates a T-SQL LIKE pattern (`%`, `_`, `[set]`, `[^set]`) for folded texts. SQLite's own LIKE knows no sets, its
 * GLOB does; patterns without a set or `_` have a quicker way.
 * Wildcards as documented: https://learn.microsoft.com/power-apps/developer/data-platform/wildcard-characters
 */
export function planLike(pattern: string): LikePlan {
  if (/^%+$/.test(pattern)) return { kind: 'any' };
  if (!WILDCARD.test(pattern)) return { kind: 'equals', text: fold(pattern) };
  const inner = /^%(.+)%$/s.exec(pattern)?.[1];
  if (inner !== undefined && !WILDCARD.test(inner)) return { kind: 'contains', text: fold(inner) };
  return { kind: 'glob', text: toGlob(fold(pattern)) };
}

function toGlob(pattern: string): string {
  let glob = '';
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? '';
    const set = character === '[' ? setAt(pattern, at) : undefined;
    if (set) {
      glob += set.glob;
      at = set.end;
    } else glob += GLOB_FORMS[character] ?? character;
  }
  return glob;
}

/** A bracket without an end is the character itself. */
const GLOB_FORMS: { readonly [character: string]: string } = { '%': '*', _: '?', '*': '[*]', '?': '[?]', '[': '[[]' };

/** A set has the same form in both languages, but an empty one matches nothing in T-SQL and runs on in GLOB. */
function setAt(pattern: string, start: number): { readonly glob: string; readonly end: number } | undefined {
  const end = pattern.indexOf(']', start + 1);
  if (end < 0) return undefined;
  const content = pattern.slice(start + 1, end);
  if (content === '') return { glob: MATCHES_NOTHING, end };
  if (content === '^') return { glob: '?', end };
  return { glob: `[${content}]`, end };
}

/** A range from a higher to a lower character is empty. */
const MATCHES_NOTHING = '[b-a]';
