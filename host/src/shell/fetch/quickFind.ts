/**
 * The quick find view's filter for what a person typed: text columns begin with it, `*` stands for anything.
 * @throws Error when the quick find view searches no column
 */
export function quickFindFilter(viewFetchXml: string, text: string): Element {
  const document = new DOMParser().parseFromString(viewFetchXml, 'text/xml');
  const filter = document.querySelector('filter[isquickfindfields="1"], filter[isquickfindfields="true"]');
  if (!filter) throw new Error('The quick find view names no columns to search');
  const result = filter.cloneNode(true) as Element;
  result.removeAttribute('isquickfindfields');
  result.querySelectorAll('condition').forEach((condition) => {
    const operator = condition.getAttribute('operator') ?? 'eq';
    const value = condition.getAttribute('value') ?? '';
    condition.setAttribute('value', value.split('{0}').join(operator === 'like' ? likePattern(text) : text.trim()));
  });
  return result;
}

/** `text` as the pattern of a `like`: begins with it, `*` stands for anything; characters with a meaning lose it. */
export function likePattern(text: string): string {
  const literal = text.trim().replace(/[[%_]/g, (character) => `[${character}]`);
  return `${literal.replace(/\*/g, '%')}%`;
}

/** `text` as the pattern of a `like` that finds it anywhere. */
export const containsPattern = (text: string): string => `%${likePattern(text)}`;
