import type { ColumnMetadata } from '../../metadata';
import type { ColumnRef, Filter, Source } from '../ast';
import { isText } from '../catalogue';
import { compareColumns, makeCondition } from '../conditions';
import { unsupportedQuery } from '../fault';
import { FUNCTION_NAMESPACE, readFunction } from './functions';
import { type ODataScope, relatedRows, unknownProperty, withFilter } from './scope';
import { syntaxFault, type Token, type TokenKind, TokenReader } from './tokens';

/** Parentheses and `not` deeper than this are refused before the stack is. */
const DEPTH_MAX = 100;

/**
 * Reads `$filter`. `not` is two-valued, as OData has it: a comparison with an empty column is false, its negation true.
 * @throws QueryFault 0x80060888 on syntax and unknown properties, unsupported on functions the host does not know
 */
export function parseODataFilter(text: string, scope: ODataScope): Filter {
  const parser = new FilterParser(new TokenReader(text));
  return parser.parse(scope);
}

/** Range variable of a lambda, and what it stands for. */
type Variables = ReadonlyMap<string, ODataScope>;

const COMPARISONS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
type Comparison = (typeof COMPARISONS)[number];
const TEXT_FUNCTIONS: { readonly [name: string]: string } = {
  contains: 'contains',
  startswith: 'begins-with',
  endswith: 'ends-with',
};
const LITERALS: readonly TokenKind[] = ['string', 'number', 'guid', 'date'];
const KEYWORDS: readonly string[] = ['true', 'false', 'null'];

class FilterParser {
  private depth = 0;

  constructor(private readonly reader: TokenReader) {}

  parse(scope: ODataScope): Filter {
    const filter = this.or(scope, new Map());
    this.reader.expect('end');
    return filter;
  }

  private or(scope: ODataScope, variables: Variables): Filter {
    return this.joined('or', () => this.joined('and', () => this.unary(scope, variables)));
  }

  private joined(kind: 'and' | 'or', operand: () => Filter): Filter {
    const filters = [operand()];
    while (this.reader.takes('name', kind)) filters.push(operand());
    const [only] = filters;
    return only && filters.length === 1 ? only : { kind, filters };
  }

  private unary(scope: ODataScope, variables: Variables): Filter {
    if (++this.depth > DEPTH_MAX) throw syntaxFault('The filter is nested too deeply.');
    const filter = this.nested(scope, variables);
    this.depth--;
    return filter;
  }

  private nested(scope: ODataScope, variables: Variables): Filter {
    const { reader } = this;
    if (reader.takes('name', 'not')) return { kind: 'not', filter: this.unary(scope, variables) };
    if (reader.takes('punctuation', '(')) {
      const filter = this.or(scope, variables);
      reader.expect('punctuation', ')');
      return filter;
    }
    return this.predicate(scope, variables);
  }

  private predicate(scope: ODataScope, variables: Variables): Filter {
    const { reader } = this;
    const name = reader.peek();
    const opensCall = reader.peek(1).text === '(' && name.kind === 'name';
    if (opensCall && name.text in TEXT_FUNCTIONS) return this.textFunction(scope, variables);
    const path = this.path(scope, variables);
    if (path.kind === 'function') return readFunction(path.name, reader, path.scope, path.source);
    if (path.kind === 'lambda') return this.lambda(path, variables);
    return this.comparison(path, scope, variables);
  }

  /** `contains(path,'text')`; wildcards in the text keep their meaning, as documented for Dataverse. */
  private textFunction(scope: ODataScope, variables: Variables): Filter {
    const { reader } = this;
    const operator = TEXT_FUNCTIONS[reader.next().text] ?? '';
    reader.expect('punctuation', '(');
    const path = this.path(scope, variables);
    if (path.kind !== 'property') throw reader.fault('expected a property');
    reader.expect('punctuation', ',');
    const text = reader.expect('string').text;
    reader.expect('punctuation', ')');
    const ref = path.scope.property(path.source, path.name);
    return makeCondition(ref, path.scope.column(ref), operator, [text]);
  }

  private comparison(path: PropertyPath, scope: ODataScope, variables: Variables): Filter {
    const { reader } = this;
    const operator = COMPARISONS.find((each) => reader.takes('name', each));
    if (!operator) throw reader.fault('expected a comparison operator');
    const token = reader.peek();
    if (LITERALS.includes(token.kind) || (token.kind === 'name' && KEYWORDS.includes(token.text)))
      return compareLiteral(path, operator, reader.next());
    const other = this.path(scope, variables);
    if (other.kind !== 'property') throw reader.fault('expected a value or property');
    if (other.scope !== path.scope) throw unsupportedQuery('comparing columns of two range variables');
    const [left, right] = [refOf(path), refOf(other)];
    return compareColumns(left, operator, right, path.scope);
  }

  /** `a/b/c`: lookups are followed, the last segment is a property, a lambda or a query function. */
  private path(scope: ODataScope, variables: Variables): Path {
    const { reader } = this;
    const variable = variables.get(reader.peek().text);
    if (variable) {
      reader.next();
      reader.expect('punctuation', '/');
    } else if (variables.size > 0) throw reader.fault('expected a range variable');
    const at = variable ?? scope;
    let source: Source = at.source;
    for (;;) {
      const name = reader.expect('name').text;
      if (name.startsWith(FUNCTION_NAMESPACE)) return { kind: 'function', name, scope: at, source };
      if (!reader.takes('punctuation', '/')) return { kind: 'property', name, scope: at, source };
      const next = reader.peek();
      if (next.text === 'any' || next.text === 'all') {
        reader.next();
        return { kind: 'lambda', name, quantifier: next.text, scope: at, source };
      }
      source = at.follow(source, name);
    }
  }

  /** `(x:predicate)`; `any()` asks for any row at all. `all` holds where no row contradicts it. */
  private lambda(path: LambdaPath, variables: Variables): Filter {
    const { reader } = this;
    const { inner, link } = relatedRows(path.scope, path.source, path.name);
    const related = (filter: Filter | undefined, quantifier: 'any' | 'none'): Filter => ({
      kind: 'related',
      quantifier,
      source: path.source,
      link: withFilter(link, inner, filter),
    });
    reader.expect('punctuation', '(');
    if (path.quantifier === 'any' && reader.takes('punctuation', ')')) return related(undefined, 'any');
    const variable = reader.expect('name').text;
    reader.expect('punctuation', ':');
    const filter = this.or(inner, new Map([...variables, [variable, inner]]));
    reader.expect('punctuation', ')');
    return path.quantifier === 'any' ? related(filter, 'any') : related({ kind: 'not', filter }, 'none');
  }
}

interface PathEnd {
  readonly name: string;
  readonly scope: ODataScope;
  readonly source: Source;
}
type PropertyPath = PathEnd & { readonly kind: 'property' };
type LambdaPath = PathEnd & { readonly kind: 'lambda'; readonly quantifier: 'any' | 'all' };
type Path = PropertyPath | LambdaPath | (PathEnd & { readonly kind: 'function' });

const refOf = ({ scope, source, name }: PropertyPath): ColumnRef => scope.property(source, name);

function compareLiteral(path: PropertyPath, operator: Comparison, token: Token): Filter {
  const isNull = token.kind === 'name' && token.text === 'null';
  if (isNull) return compareNull(path, operator);
  const ref = refOf(path);
  const column = path.scope.column(ref);
  requireKind(column, token);
  return makeCondition(ref, column, operator, [token.text]);
}

/** Comparing a lookup's navigation property with null works too: `bbl_ContractId eq null`. */
function compareNull({ scope, source, name }: PropertyPath, operator: Comparison): Filter {
  if (operator !== 'eq' && operator !== 'ne') throw syntaxFault(`Operator ${operator} cannot compare with null.`);
  const navigation = scope.navigation(source, name);
  if (navigation?.kind === 'collection') throw unknownProperty(name, scope.tableName(source));
  const ref = navigation ? { source, column: navigation.relationship.referencingColumn } : scope.property(source, name);
  return makeCondition(ref, scope.column(ref), operator === 'eq' ? 'null' : 'not-null', []);
}

const QUOTABLE: readonly string[] = ['uniqueidentifier', 'lookup', 'owner'];

/** OData literals have a type: text stands in quotes, numbers, dates and yes/no do not, ids may. */
function requireKind(column: ColumnMetadata, token: Token): void {
  const isQuoted = token.kind === 'string';
  if (isQuoted === isText(column) || (isQuoted && QUOTABLE.includes(column.type))) return;
  throw syntaxFault(
    `A binary operator with incompatible types was detected: ${column.name} is of type ${column.type}, '${token.text}' is not.`,
  );
}
