import { invalidQuery, QueryFaultCode } from '../fault';

export type TokenKind = 'name' | 'string' | 'number' | 'guid' | 'date' | 'punctuation' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** Strings without quotes, everything else as written. */
  readonly text: string;
  readonly at: number;
}

export const syntaxFault = (message: string): Error => invalidQuery(message, QueryFaultCode.OData);

// Order matters: a GUID or date may begin like a number or a name.
const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['guid', /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w-])/iy],
  ['date', /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?(?![\w-])/iy],
  ['number', /[+-]?\d+(?:\.\d+)?(?![\w.])/y],
  ['name', /[A-Za-z_$][\w.]*/y],
  ['punctuation', /[(),/:=[\]]/y],
];
const SPACE = /\s*/y;

/** The tokens of an OData expression, closed by `end`. @throws QueryFault 0x80060888 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const token = text[at] === "'" || text[at] === '"' ? quoted(text, at) : matched(text, at);
    tokens.push(token.token);
    at = skipSpace(text, token.next);
  }
  tokens.push({ kind: 'end', text: 'the end', at });
  return tokens;
}

function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.exec(text);
  return SPACE.lastIndex;
}

function matched(text: string, at: number): { token: Token; next: number } {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return { token: { kind, text: found, at }, next: at + found.length };
  }
  throw syntaxFault(`Syntax error: character '${text[at] ?? ''}' is not valid at position ${at} in '${text}'.`);
}

/** `'it''s'`; double quotes occur in the lists of query functions, which are JSON. */
function quoted(text: string, at: number): { token: Token; next: number } {
  const quote = text[at] ?? '';
  let value = '';
  for (let index = at + 1; index < text.length; index++) {
    const character = text[index] ?? '';
    if (character === '\\' && quote === '"') value += text[++index] ?? '';
    else if (character !== quote) value += character;
    else if (quote === "'" && text[index + 1] === "'") value += text[++index] ?? '';
    else return { token: { kind: 'string', text: value, at }, next: index + 1 };
  }
  throw syntaxFault(`There is an unterminated literal at position ${at} in '${text}'.`);
}

/** Walks over tokens. */
export class TokenReader {
  private index = 0;
  private readonly tokens: readonly Token[];

  constructor(private readonly source: string) {
    this.tokens = tokenize(source);
  }

  peek(ahead = 0): Token {
    const token = this.tokens[Math.min(this.index + ahead, this.tokens.length - 1)];
    if (!token) throw new Error('A token list is never empty');
    return token;
  }

  next(): Token {
    const token = this.peek();
    this.index++;
    return token;
  }

  is(kind: TokenKind, text?: string): boolean {
    const token = this.peek();
    return token.kind === kind && (text === undefined || token.text === text);
  }

  /** Takes the token when it is the one. */
  takes(kind: TokenKind, text: string): boolean {
    if (!this.is(kind, text)) return false;
    this.index++;
    return true;
  }

  expect(kind: TokenKind, text?: string): Token {
    if (this.is(kind, text)) return this.next();
    throw this.fault(`expected ${text ?? kind}`);
  }

  fault(problem: string): Error {
    const { text, at } = this.peek();
    return syntaxFault(`Syntax error at position ${at} in '${this.source}': ${problem}, found ${text}.`);
  }
}
