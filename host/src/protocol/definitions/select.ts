import { unsupported } from '../../faults';
import { badUrl } from '../odata/errors';
import { unquote } from '../odata/literals';
import { splitOutside } from '../odata/path';

/** A definition as the Web API writes it. Lists and structures that only `$expand` shows stand under {@link EXPANDABLE} names. */
export interface Definition {
  readonly [property: string]: unknown;
}

export interface SelectOptions {
  readonly select: string | null;
  readonly filter: string | null;
  readonly expand: string | null;
}

const EXPANDABLE: ReadonlySet<string> = new Set([
  'Attributes',
  'Keys',
  'ManyToOneRelationships',
  'OneToManyRelationships',
  'ManyToManyRelationships',
  'OptionSet',
  'GlobalOptionSet',
]);

/** The part of a definition that was asked for; undefined when the filter does not admit it. */
export function select(
  definition: Definition,
  { select: names, filter, expand }: SelectOptions,
): Definition | undefined {
  if (filter !== null && !admits(definition, filter)) return undefined;
  const wanted = names === null ? undefined : new Set(names.split(',').map((name) => name.trim()));
  const shown: { [property: string]: unknown } = {};
  for (const [name, value] of Object.entries(definition)) {
    const isShown =
      wanted === undefined ? !EXPANDABLE.has(name) : wanted.has(name) || name === 'MetadataId' || name.startsWith('@');
    if (isShown && !EXPANDABLE.has(name)) shown[name] = value;
  }
  for (const item of expand === null ? [] : splitOutside(expand, ','))
    Object.assign(shown, expandedProperty(definition, item.trim()));
  return shown;
}

function expandedProperty(definition: Definition, item: string): Definition {
  const open = item.indexOf('(');
  const name = open < 0 ? item : item.slice(0, open);
  if (!EXPANDABLE.has(name)) throw badUrl(`'${name}' cannot be expanded.`);
  const value = definition[name] ?? null;
  const options = innerOptions(open < 0 ? '' : item.slice(open + 1, -1));
  if (Array.isArray(value)) return { [name]: (value as Definition[]).flatMap((inner) => select(inner, options) ?? []) };
  return { [name]: typeof value === 'object' && value !== null ? select(value as Definition, options) : value };
}

function innerOptions(text: string): SelectOptions {
  const options = new Map(
    splitOutside(text, ';').map((option) => {
      const equals = option.indexOf('=');
      return [option.slice(0, equals).trim(), option.slice(equals + 1).trim()];
    }),
  );
  return {
    select: options.get('$select') ?? null,
    filter: options.get('$filter') ?? null,
    expand: options.get('$expand') ?? null,
  };
}

const CONDITION = /^([\w/]+)\s+(eq|ne)\s+(.+)$/;

/** `Name eq 'x' and IsCustomEntity eq true`; anything else is 501. */
function admits(definition: Definition, filter: string): boolean {
  return (
    filter
      .split(/\s+and\s+/)
      .map((part) => part.trim().replace(/^\((.*)\)$/, '$1'))
      .some((part) => !holds(definition, part)) === false
  );
}

function holds(definition: Definition, condition: string): boolean {
  const [, path = '', operator, literal = ''] = CONDITION.exec(condition) ?? [];
  if (operator === undefined) throw unsupported(`the filter '${condition}' on definitions`);
  const value = path.split('/').reduce<unknown>((at, name) => (at as Definition | undefined)?.[name], definition);
  const isEqual = String(value).toLowerCase() === (unquote(literal) ?? literal).toLowerCase();
  return isEqual === (operator === 'eq');
}
