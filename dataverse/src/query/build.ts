/**
 * Writes FetchXML for plug-in handlers. It is part of the rules bundle, hence small and without an XML library:
 * a condition is the text of its element, a query collects such texts.
 *
 *     fetch('bbl_milestonesplit')
 *       .select('bbl_name', 'bbl_amount')
 *       .where(eq('bbl_contractid', contractId), isIn('bbl_billingstatus', [Ready, NotReady]))
 *       .link('bbl_milestone', { from: 'bbl_milestoneid', to: 'bbl_milestoneid', alias: 'm' }, (m) => m.select('bbl_date'))
 *       .orderBy('bbl_date')
 *       .page(1, 500)
 *       .toXml();
 */

/** The text of a `<condition>`, `<filter>` or filtering `<link-entity>`. Made by the functions of this file only. */
export type FetchFilter = string & { readonly fetchFilter: true };
export type FetchValue = string | number | boolean;

type Comparison = 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le' | 'like' | 'not-like' | 'on' | 'on-or-before' | 'on-or-after';

const ESCAPES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // A parser would turn these into spaces inside an attribute.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** `value` for an attribute or element. Throws on characters that XML 1.0 cannot hold. */
export function escapeXml(value: FetchValue): string {
  const text = String(value);
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text))
    throw new Error('A FetchXML value holds a character that XML cannot express');
  return text.replace(/[&<>"'\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}

const attribute = (name: string, value: FetchValue | undefined): string =>
  value === undefined ? '' : ` ${name}="${escapeXml(value)}"`;

/** `column` is a column of the element around, or `alias.column` of a link (conditions of the root only). */
function condition(column: string, operator: string, value?: FetchValue, values?: readonly FetchValue[]): FetchFilter {
  const dot = column.indexOf('.');
  const head =
    '<condition' +
    (dot < 0 ? '' : attribute('entityname', column.slice(0, dot))) +
    attribute('attribute', column.slice(dot + 1)) +
    attribute('operator', operator) +
    attribute('value', value);
  if (values === undefined) return `${head}/>` as FetchFilter;
  return `${head}>${values.map((each) => `<value>${escapeXml(each)}</value>`).join('')}</condition>` as FetchFilter;
}

const comparing =
  (operator: Comparison) =>
  (column: string, value: FetchValue): FetchFilter =>
    condition(column, operator, value);

export const eq = comparing('eq');
/** Holds for empty columns too, as everywhere in FetchXML. */
export const ne = comparing('ne');
export const gt = comparing('gt');
export const ge = comparing('ge');
export const lt = comparing('lt');
export const le = comparing('le');
/** `pattern` with the platform's wildcards `%`, `_` and `[set]`. */
export const like = comparing('like');
/** Holds for empty columns too. */
export const notLike = comparing('not-like');
export const on = comparing('on');
export const onOrBefore = comparing('on-or-before');
export const onOrAfter = comparing('on-or-after');

export const isNull = (column: string): FetchFilter => condition(column, 'null');
export const notNull = (column: string): FetchFilter => condition(column, 'not-null');
export const between = (column: string, low: FetchValue, high: FetchValue): FetchFilter =>
  condition(column, 'between', undefined, [low, high]);
export const isIn = (column: string, values: readonly FetchValue[]): FetchFilter => listed(column, 'in', values);
/** Does not hold for empty columns. */
export const notIn = (column: string, values: readonly FetchValue[]): FetchFilter => listed(column, 'not-in', values);

function listed(column: string, operator: 'in' | 'not-in', values: readonly FetchValue[]): FetchFilter {
  // The platform refuses an empty list; whoever has none knows the answer without asking.
  if (values.length === 0) throw new Error(`Condition on ${column} needs at least one value`);
  return condition(column, operator, undefined, values);
}

/** All hold. */
export const allOf = (...filters: readonly FetchFilter[]): FetchFilter =>
  `<filter type="and">${filters.join('')}</filter>` as FetchFilter;
/** At least one holds. */
export const anyOf = (...filters: readonly FetchFilter[]): FetchFilter =>
  `<filter type="or">${filters.join('')}</filter>` as FetchFilter;

/** `from` is the column of the linked table, `to` the column of the row around. */
export interface JoinColumns {
  readonly from: string;
  readonly to: string;
}

/** At least one row of `table` is linked to the row and meets the filters. */
export const hasAny = (table: string, join: JoinColumns, ...filters: readonly FetchFilter[]): FetchFilter =>
  related(table, join, 'any', filters);
/** No row of `table` that meets the filters is linked to the row. */
export const hasNone = (table: string, join: JoinColumns, ...filters: readonly FetchFilter[]): FetchFilter =>
  related(table, join, 'not any', filters);

function related(table: string, join: JoinColumns, type: string, filters: readonly FetchFilter[]): FetchFilter {
  const head = `<link-entity${attribute('name', table)}${attribute('from', join.from)}${attribute('to', join.to)}`;
  return `${head} link-type="${type}">${filters.length > 0 ? allOf(...filters) : ''}</link-entity>` as FetchFilter;
}

/** What the root and a link have in common. */
abstract class FetchElement {
  private readonly children: string[] = [];

  select(...columns: readonly string[]): this {
    return this.add(...columns.map((column) => `<attribute${attribute('name', column)}/>`));
  }

  /** Adds filters that must all hold, together with those of earlier calls. */
  where(...filters: readonly FetchFilter[]): this {
    return filters.length > 0 ? this.add(allOf(...filters)) : this;
  }

  /** On a link without alias there is nothing to find its columns by; so an alias is asked for. */
  link(
    table: string,
    join: JoinColumns & { readonly alias: string; readonly type?: 'inner' | 'outer' },
    build?: (link: FetchLink) => void,
  ): this {
    const link = new FetchLink();
    build?.(link);
    const head = `<link-entity${attribute('name', table)}${attribute('from', join.from)}${attribute('to', join.to)}`;
    const kind = `${attribute('alias', join.alias)}${attribute('link-type', join.type ?? 'inner')}`;
    return this.add(`${head}${kind}>${link.content()}</link-entity>`);
  }

  /** `column`, or `alias.column` of a link when called on the root. */
  orderBy(column: string, direction: 'asc' | 'desc' = 'asc'): this {
    const dot = column.indexOf('.');
    return this.add(
      '<order' +
        (dot < 0 ? '' : attribute('entityname', column.slice(0, dot))) +
        attribute('attribute', column.slice(dot + 1)) +
        (direction === 'desc' ? ' descending="true"' : '') +
        '/>',
    );
  }

  groupBy(column: string, alias: string): this {
    return this.add(`<attribute${attribute('name', column)}${attribute('alias', alias)} groupby="true"/>`);
  }

  /** A measure; makes sense in an aggregate query ({@link fetchAggregate}) only. */
  measure(kind: 'count' | 'countcolumn' | 'sum' | 'avg' | 'min' | 'max', column: string, alias: string): this {
    return this.add(
      `<attribute${attribute('name', column)}${attribute('alias', alias)}${attribute('aggregate', kind)}/>`,
    );
  }

  content(): string {
    return this.children.join('');
  }

  protected add(...children: readonly string[]): this {
    this.children.push(...children);
    return this;
  }
}

export class FetchLink extends FetchElement {}

export class FetchQuery extends FetchElement {
  private options = '';

  constructor(
    private readonly table: string,
    isAggregate: boolean,
  ) {
    super();
    if (isAggregate) this.options = ' aggregate="true"';
  }

  distinct(): this {
    this.options += ' distinct="true"';
    return this;
  }

  /** The first rows only; not together with {@link page}. */
  top(rowsMax: number): this {
    this.options += attribute('top', rowsMax);
    return this;
  }

  /** `page` from 1; `cookie` is the `pagingCookie` of the page before. */
  page(page: number, rows: number, cookie?: string): this {
    this.options += attribute('page', page) + attribute('count', rows) + attribute('paging-cookie', cookie);
    return this;
  }

  /** Orders an aggregate by the alias of a group or measure. */
  orderByAlias(alias: string, direction: 'asc' | 'desc' = 'asc'): this {
    return this.add(`<order${attribute('alias', alias)}${direction === 'desc' ? ' descending="true"' : ''}/>`);
  }

  toXml(): string {
    return `<fetch${this.options}><entity${attribute('name', this.table)}>${this.content()}</entity></fetch>`;
  }
}

export const fetch = (table: string): FetchQuery => new FetchQuery(table, false);
export const fetchAggregate = (table: string): FetchQuery => new FetchQuery(table, true);
