import type { MetadataIndex } from '@bbl/dataverse/metadataIndex';
import { FaultCode, HostFault, unsupported } from '../../faults';
import type { RequestContext } from '../handlers/context';
import { methodNotAllowed, resourceNotFound } from '../odata/errors';
import { readPairs, type Segment } from '../odata/path';
import { unquote } from '../odata/literals';
import { jsonResponse, type WebResponse } from '../odata/web';
import { optionSetDefinition } from './optionSet';
import { relationshipDefinitions } from './relationshipDefinition';
import { type Definition, select, type SelectOptions } from './select';
import { tableDefinition } from './tableDefinition';

/** What the definitions are read from; those that Dataverse has beside them are not supported. */
const ROOTS: ReadonlyMap<string, (context: RequestContext) => readonly Definition[]> = new Map([
  ['EntityDefinitions', ({ engine }) => tables(engine.metadata)],
  ['GlobalOptionSetDefinitions', ({ engine }) => choices(engine.metadata)],
  ['RelationshipDefinitions', ({ engine }) => relationshipDefinitions(engine.metadata)],
  [
    'ManagedPropertyDefinitions',
    () => {
      throw unsupported('definitions of managed properties');
    },
  ],
]);

export const isDefinitions = ({ name }: Segment): boolean => ROOTS.has(name);

/**
 * Definitions of tables, relationships and global choices, read only: by key or as a list, with `$select`, `$filter` (`eq` joined by
 * `and`) and `$expand`; below a table its columns, keys and relationships, columns also by their kind.
 */
export function definitions(segments: readonly Segment[], context: RequestContext): WebResponse {
  if (context.request.method !== 'GET') throw methodNotAllowed(context.request.method);
  const options = optionsOf(context.search);
  const [first, ...rest] = segments;
  const read = ROOTS.get(first?.name ?? '');
  if (!first || !read) throw resourceNotFound(first?.name ?? '');
  let current: Definition | readonly Definition[] = read(context);
  if (first.args !== undefined) current = pick(current, first.args);
  for (const segment of rest) current = step(current, segment);
  return answer(segments, current, options, context);
}

function answer(
  segments: readonly Segment[],
  found: Definition | readonly Definition[],
  options: SelectOptions,
  { root }: RequestContext,
): WebResponse {
  const context = `${root}$metadata#${segments[0]?.name ?? ''}`;
  const body = isList(found)
    ? { '@odata.context': context, value: found.flatMap((definition) => select(definition, options) ?? []) }
    : { '@odata.context': `${context}/$entity`, ...select(found, { ...options, filter: null }) };
  return jsonResponse(200, JSON.stringify(body));
}

const isList = (found: Definition | readonly Definition[]): found is readonly Definition[] => Array.isArray(found);

const tables = (metadata: MetadataIndex): readonly Definition[] =>
  [...metadata.tables.values()].map((table) => tableDefinition(table, metadata));

const choices = (metadata: MetadataIndex): readonly Definition[] =>
  [...metadata.choices.values()].filter(({ isGlobal }) => isGlobal).map(optionSetDefinition);

/** Whether a definition is of the kind that a type segment names, such as `Microsoft.Dynamics.CRM.PicklistAttributeMetadata`. */
const isOfKind = (definition: Definition, type: string): boolean => definition['@odata.type'] === `#${type}`;

/** From a definition to a property, or from columns and relationships to those of one kind. */
function step(
  current: Definition | readonly Definition[],
  { name, args }: Segment,
): Definition | readonly Definition[] {
  if (name.startsWith('Microsoft.Dynamics.CRM.')) {
    if (isList(current)) return current.filter((definition) => isOfKind(definition, name));
    if (isOfKind(current, name)) return current;
    throw resourceNotFound(name);
  }
  const value = isList(current) ? undefined : current[name];
  if (typeof value !== 'object' || value === null) throw resourceNotFound(name);
  const next = value as Definition | readonly Definition[];
  return args === undefined ? next : pick(next, args);
}

function pick(list: Definition | readonly Definition[], args: string): Definition {
  const pairs = args.includes('=') ? readPairs(args) : [['MetadataId', args] as const];
  const found = isList(list)
    ? list.find((definition) =>
        pairs.every(([name, literal]) => isSameText(definition[name], unquote(literal) ?? literal)),
      )
    : undefined;
  if (!found) throw new HostFault(404, FaultCode.ObjectDoesNotExist, `Could not find a definition with ${args}.`);
  return found;
}

const isSameText = (value: unknown, text: string): boolean => String(value).toLowerCase() === text.toLowerCase();

function optionsOf(search: string): SelectOptions {
  const options = new URLSearchParams(search);
  return { select: options.get('$select'), filter: options.get('$filter'), expand: options.get('$expand') };
}
