import { syntaxFault } from './tokens';

/**
 * The parts of `text` between separators that stand outside parentheses, brackets and quotes, trimmed:
 * `a,b($select=c,d)` → `a`, `b($select=c,d)`. An empty text has no parts.
 */
export function splitOutside(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? '';
    if (quote) quote = character === quote ? '' : quote;
    else if (character === "'" || character === '"') quote = character;
    else if (character === '(' || character === '[') depth++;
    else if (character === ')' || character === ']') depth--;
    else if (character === separator && depth === 0) {
      parts.push(text.slice(start, index).trim());
      start = index + 1;
    }
    if (depth < 0) throw syntaxFault(`Unbalanced parentheses in '${text}'.`);
  }
  if (depth !== 0 || quote) throw syntaxFault(`Unbalanced parentheses or quotes in '${text}'.`);
  const last = text.slice(start).trim();
  if (last !== '' || parts.length > 0) parts.push(last);
  if (parts.includes('')) throw syntaxFault(`'${text}' has an empty part.`);
  return parts;
}

/** `name(inside)` or a bare `name`. */
export function splitCall(text: string): { readonly name: string; readonly inside: string | undefined } {
  const open = text.indexOf('(');
  if (open < 0) return { name: text, inside: undefined };
  if (!text.endsWith(')')) throw syntaxFault(`'${text}' does not end with a parenthesis.`);
  return { name: text.slice(0, open).trim(), inside: text.slice(open + 1, -1) };
}
