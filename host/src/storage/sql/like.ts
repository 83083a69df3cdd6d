import { fold } from '../values/fold';

/** How SQLite answers a `like`. `glob` knows sets; the others are quicker ways for patterns without any. */
export type LikePlan =
  { readonly kind: 'any' | 'none' } | { readonly kind: 'equals' | 'contains' | 'glob'; readonly text: string };

const WILDCARD = /[%_[]/;

/**
 * Translates a T-SQL LIKE pattern (`%`, `_`, `[set]`, `[^set]`) for folded texts. SQLite's own LIKE knows no sets, its
 * GLOB does.
 * Wildcards as documented: https://learn.microsoft.com/power-apps/developer/data-platform/wildcard-characters
 */
export function planLike(pattern: string): LikePlan {
  if (/^%+$/.test(pattern)) return { kind: 'any' };
  if (!WILDCARD.test(pattern)) return { kind: 'equals', text: fold(pattern) };
  const inner = /^%(.+)%$/s.exec(pattern)?.[1];
  if (inner !== undefined && !WILDCARD.test(inner)) return { kind: 'contains', text: fold(inner) };
  const text = toGlob(fold(pattern));
  return text === undefined ? { kind: 'none' } : { kind: 'glob', text };
}

/** A bracket without an end is the character itself. */
const GLOB_FORMS: { readonly [character: string]: string } = { '%': '*', _: '?', '*': '[*]', '?': '[?]', '[': '[[]' };

/** Undefined when a set is empty, so that nothing fits. */
function toGlob(pattern: string): string | undefined {
  let glob = '';
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? '';
    const end = character === '[' ? pattern.indexOf(']', at + 1) : -1;
    if (end < 0) {
      glob += GLOB_FORMS[character] ?? character;
      continue;
    }
    const set = toGlobSet(pattern.slice(at + 1, end));
    if (set === undefined) return undefined;
    glob += set;
    at = end;
  }
  return glob;
}

/**
 * GLOB's sets look alike but differ at the edges: it takes the start of a range from a higher to a lower character for a
 * member, where T-SQL's range is empty. So the members are read and written anew.
 */
function toGlobSet(content: string): string | undefined {
  const isNegated = content.startsWith('^');
  const body = membersOf(isNegated ? content.slice(1) : content);
  if (isNegated) return body === '' ? '?' : `[^${body}]`;
  if (body === '') return undefined;
  // A leading ^ would negate; a member may stand twice.
  return body.startsWith('^') ? (body === '^' ? '^' : `[${body.slice(-1)}${body}]`) : `[${body}]`;
}

/** `-` first, where it is a member, then ranges and single characters, `^` last. */
function membersOf(content: string): string {
  const characters = [...content];
  const ranges: string[] = [];
  const singles = new Set<string>();
  for (let at = 0; at < characters.length; at++) {
    const [low = '', dash, high] = characters.slice(at, at + 3);
    if (dash !== '-' || high === undefined) singles.add(low);
    else {
      at += 2;
      if (low <= high) ranges.push(`${low}-${high}`);
    }
  }
  const [hasDash, hasCaret] = [singles.delete('-'), singles.delete('^')];
  return `${hasDash ? '-' : ''}${[...singles].join('')}${ranges.join('')}${hasCaret ? '^' : ''}`;
}
