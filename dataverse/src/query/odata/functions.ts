import type { Condition, Source } from '../ast';
import { makeCondition } from '../conditions';
import { unsupportedQuery } from '../fault';
import type { ODataScope } from './scope';
import { syntaxFault, type TokenKind, type TokenReader } from './tokens';

export const FUNCTION_NAMESPACE = 'Microsoft.Dynamics.CRM.';

type Parameter = 'PropertyValue' | 'PropertyValues' | undefined;

const FUNCTIONS = new Map<string, readonly [operator: string, parameter: Parameter]>();
const add = (parameter: Parameter, functions: { readonly [name: string]: string }): void =>
  Object.entries(functions).forEach(([name, operator]) => FUNCTIONS.set(name, [operator, parameter]));

add('PropertyValues', { In: 'in', NotIn: 'not-in', Between: 'between', NotBetween: 'not-between' });
add('PropertyValue', { On: 'on', NotOn: 'not-on', OnOrBefore: 'on-or-before', OnOrAfter: 'on-or-after' });
add(undefined, {
  EqualUserId: 'eq-userid',
  NotEqualUserId: 'ne-userid',
  EqualUserTeams: 'eq-userteams',
  EqualUserOrUserTeams: 'eq-useroruserteams',
  EqualBusinessId: 'eq-businessid',
  NotEqualBusinessId: 'ne-businessid',
  Yesterday: 'yesterday',
  Today: 'today',
  Tomorrow: 'tomorrow',
  Last7Days: 'last-seven-days',
  Next7Days: 'next-seven-days',
});
for (const word of ['Last', 'This', 'Next'])
  for (const unit of ['Week', 'Month', 'Year']) add(undefined, { [`${word}${unit}`]: `${word}-${unit}`.toLowerCase() });
for (const unit of ['Hours', 'Days', 'Weeks', 'Months', 'Years'])
  for (const word of ['Last', 'Next', 'OlderThan'])
    add('PropertyValue', { [`${word}X${unit}`]: `${word}-x-${unit}`.toLowerCase() });
add('PropertyValue', { OlderThanXMinutes: 'olderthan-x-minutes' });

/**
 * A query function: `Microsoft.Dynamics.CRM.In(PropertyName='statuscode',PropertyValues=['1','2'])`. The reader stands
 * behind its name. @throws QueryFault unsupported for functions that the host does not know
 */
export function readFunction(name: string, reader: TokenReader, scope: ODataScope, source: Source): Condition {
  const known = FUNCTIONS.get(name.slice(FUNCTION_NAMESPACE.length));
  if (!known) throw unsupportedQuery(`function ${name}`);
  const [operator, parameter] = known;
  const given = readArguments(reader);
  const [property] = given.get('PropertyName') ?? [];
  if (property === undefined) throw syntaxFault(`Function ${name} needs the parameter PropertyName.`);
  const values = parameter === undefined ? [] : given.get(parameter);
  if (values === undefined || given.size > (parameter === undefined ? 1 : 2))
    throw syntaxFault(
      `Function ${name} takes PropertyName${parameter === undefined ? ' alone' : ` and ${parameter}`}.`,
    );
  // Lookups are named either way: `ownerid` in the documentation's samples, `_ownerid_value` in client code.
  const column = /^_(\w+)_value$/.exec(property)?.[1] ?? property;
  const ref = { source, column };
  return makeCondition(ref, scope.column(ref), operator, values);
}

function readArguments(reader: TokenReader): Map<string, readonly string[]> {
  const given = new Map<string, readonly string[]>();
  reader.expect('punctuation', '(');
  while (!reader.takes('punctuation', ')')) {
    const name = reader.expect('name').text;
    reader.expect('punctuation', '=');
    given.set(name, readValues(reader));
    if (!reader.is('punctuation', ')')) reader.expect('punctuation', ',');
  }
  return given;
}

function readValues(reader: TokenReader): readonly string[] {
  if (!reader.takes('punctuation', '[')) return [readValue(reader)];
  const values: string[] = [];
  while (!reader.takes('punctuation', ']')) {
    values.push(readValue(reader));
    if (!reader.is('punctuation', ']')) reader.expect('punctuation', ',');
  }
  return values;
}

const LITERALS: readonly TokenKind[] = ['string', 'number', 'guid', 'date'];

function readValue(reader: TokenReader): string {
  const { kind, text } = reader.peek();
  if (!LITERALS.includes(kind) && text !== 'true' && text !== 'false') throw reader.fault('expected a value');
  return reader.next().text;
}
