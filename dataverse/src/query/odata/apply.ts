import { type Aggregate, AGGREGATE_ROWS_MAX, type AggregateFunction, type Filter, ROOT } from '../ast';
import { tableOf } from '../catalogue';
import { requireSummable } from '../fetchXml/columns';
import { unsupportedQuery } from '../fault';
import { parseODataFilter } from './filter';
import { type ODataScope } from './scope';
import { splitCall, splitOutside } from './split';
import { syntaxFault } from './tokens';

export interface Applied {
  readonly filter: Filter | undefined;
  readonly aggregate: Aggregate;
}

/**
 * Reads `$apply`: `filter(…)/groupby((a,b),aggregate(x with sum as y,$count as n))` or a part of it. Groups are returned
 * under their column's name. @throws QueryFault unsupported on other transformations and on paths through lookups
 */
export function readApply(text: string, scope: ODataScope): Applied {
  const steps = splitOutside(text, '/').map(splitCall);
  const filters = steps[0]?.name === 'filter' ? steps.shift() : undefined;
  const [step] = steps;
  if (!step || steps.length > 1) throw unsupportedQuery(`$apply=${text}`);
  const filter = filters && parseODataFilter(filters.inside ?? '', scope);
  return { filter, aggregate: readStep(step.name, step.inside ?? '', scope) };
}

function readStep(name: string, inside: string, scope: ODataScope): Aggregate {
  if (name === 'aggregate') return { groups: [], measures: readMeasures(inside, scope), rowsMax: AGGREGATE_ROWS_MAX };
  if (name !== 'groupby') throw unsupportedQuery(`the transformation ${name} in $apply`);
  const [list, aggregate, ...more] = splitOutside(inside, ',');
  const measures = aggregate === undefined ? undefined : splitCall(aggregate);
  if (list === undefined || more.length > 0 || (measures && measures.name !== 'aggregate'))
    throw syntaxFault(`'groupby(${inside})' is not valid in $apply.`);
  const names = splitCall(list);
  if (names.name !== '') throw syntaxFault(`'groupby(${inside})' needs its properties in parentheses.`);
  return {
    groups: splitOutside(names.inside ?? '', ',').map((property) => readGroup(property, scope)),
    measures: measures ? readMeasures(measures.inside ?? '', scope) : [],
    rowsMax: AGGREGATE_ROWS_MAX,
  };
}

function readGroup(property: string, scope: ODataScope): Aggregate['groups'][number] {
  if (property.includes('/')) throw unsupportedQuery(`grouping by the path '${property}'`);
  const ref = scope.property(ROOT, property);
  if (scope.column(ref).type === 'datetime') throw unsupportedQuery('grouping by a point in time');
  return { ...ref, as: ref.column };
}

const FUNCTIONS: { readonly [name: string]: AggregateFunction } = {
  sum: 'sum',
  average: 'avg',
  min: 'min',
  max: 'max',
  countdistinct: 'countcolumn',
};
const MEASURE = /^(?:(\S+)\s+with\s+(\w+)|(\$count))\s+as\s+(\w+)$/;

const readMeasures = (inside: string, scope: ODataScope): Aggregate['measures'] =>
  splitOutside(inside, ',').map((item) => readMeasure(item, scope));

function readMeasure(item: string, scope: ODataScope): Aggregate['measures'][number] {
  const match = MEASURE.exec(item);
  if (!match) throw syntaxFault(`'${item}' is not valid in aggregate().`);
  const [, property = '', name = '', count, as = ''] = match;
  if (count) {
    const { primaryId } = tableOf(scope.metadata, scope.table);
    return { source: ROOT, column: primaryId, function: 'count', distinct: false, as };
  }
  const found = FUNCTIONS[name];
  if (!found) throw unsupportedQuery(`aggregating with ${name}`);
  if (property.includes('/')) throw unsupportedQuery(`aggregating the path '${property}'`);
  const ref = scope.property(ROOT, property);
  requireSummable(found, scope.column(ref).type, ref.column);
  return { ...ref, function: found, distinct: name === 'countdistinct', as };
}
