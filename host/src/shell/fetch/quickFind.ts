/**
 * The quick find view's filter for what a person typed: text columns begin with it, `*` stands for anything.
 * @throws Error when the quick find view searches no column
 */
export function quickFindFilter(viewFetchXml: string, text: string): Element {
  const filter = fieldsFilter(viewFetchXml);
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

/** The columns of the view's own table that a keyword is looked for in. */
export function searchedColumns(viewFetchXml: string): readonly string[] {
  const conditions = [...(fieldsFilter(viewFetchXml)?.querySelectorAll('condition:not([entityname])') ?? [])];
  return conditions.flatMap((condition) => condition.getAttribute('attribute') ?? []);
}

function fieldsFilter(viewFetchXml: string): Element | null {
  const document = new DOMParser().parseFromString(viewFetchXml, 'text/xml');
  return document.querySelector('filter[isquickfindfields="1"], filter[isquickfindfields="true"]');
}

/** `text` as the pattern of a `like`: begins with it, `*` stands for anything; characters with a meaning lose it. */
export function likePattern(text: string): string {
  const literal = text.trim().replace(/[[%_]/g, (character) => `[${character}]`);
  return `${literal.replace(/\*/g, '%')}%`;
}

/** `text` as the pattern of a `like` that finds it anywhere. */
export const containsPattern = (text: string): string => `%${likePattern(text)}`;
