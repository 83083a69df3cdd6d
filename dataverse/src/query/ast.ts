/**
 * One query, whatever language it was written in. FetchXML and OData parse into it, the local host turns it into SQL.
 * Every name in it is checked against the metadata and every value has the canonical form of its column, so whoever
 * runs a query need not doubt it. Plain data: it can be cached, compared and printed.
 */

/** Where a column comes from: {@link ROOT} or the alias of a link. Aliases are unique in a query. */
export type Source = string;
export const ROOT: Source = '';

/** Rows a page at most (standard tables), also when the query asks for more. platform.md 4.3. */
export const PAGE_ROWS_MAX = 5000;
/** Rows an aggregate may read. platform.md 4.3. */
export const AGGREGATE_ROWS_MAX = 50_000;
/** Conditions a query may hold. platform.md 4.3. */
export const CONDITIONS_MAX = 500;
/** Links a query may hold, those inside filters included. platform.md 4.3. */
export const LINKS_MAX = 15;

/**
 * A comparison value in the canonical form of its column: text as it is; whole numbers, choices and bigint as number;
 * money and decimal as an exact decimal string; yes/no as boolean; ids and lookups lower case without braces;
 * date-only `YYYY-MM-DD`; points in time `YYYY-MM-DDTHH:MM:SSZ`. The `x` of `last-x-days` is a number.
 */
export type Scalar = string | number | boolean;

/** Operators that compare with given values. `in` and `not-in` take one or more values, `between` takes two. */
export type ValueOperator =
  | 'eq'
  | 'ne'
  | 'gt'
  | 'ge'
  | 'lt'
  | 'le'
  | 'like'
  | 'not-like'
  | 'in'
  | 'not-in'
  | 'between'
  | 'not-between'
  | 'null'
  | 'not-null';

/** Operators about the calling user; no value. */
export type UserOperator =
  'eq-userid' | 'ne-userid' | 'eq-userteams' | 'eq-useroruserteams' | 'eq-businessid' | 'ne-businessid';

/** Operators about calendar days; the last group takes a whole number, `on` and its kind a date. */
export type DateOperator =
  | 'on'
  | 'not-on'
  | 'on-or-before'
  | 'on-or-after'
  | 'yesterday'
  | 'today'
  | 'tomorrow'
  | 'last-seven-days'
  | 'next-seven-days'
  | `${'last' | 'this' | 'next'}-${'week' | 'month' | 'year'}`
  | `${'last' | 'next'}-x-${'hours' | 'days' | 'weeks' | 'months' | 'years'}`
  | `olderthan-x-${'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years'}`;

export type Operator = ValueOperator | UserOperator | DateOperator;

export interface ColumnRef {
  readonly source: Source;
  readonly column: string;
}

export interface Condition extends ColumnRef {
  readonly kind: 'condition';
  readonly operator: Operator;
  readonly values: readonly Scalar[];
}

/** `valueof`: compares two columns of the same kind. */
export interface ColumnComparison {
  readonly kind: 'comparison';
  readonly left: ColumnRef;
  readonly operator: 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';
  readonly right: ColumnRef;
}

/**
 * Whether any row of `link` (filter and nested links included) belongs to the row, or none does. The link returns no
 * columns and its alias is visible inside it alone.
 */
export interface RelatedFilter {
  readonly kind: 'related';
  readonly quantifier: 'any' | 'none';
  /** Source that the link's `to` column belongs to. */
  readonly source: Source;
  readonly link: Link;
}

/** A tree of conditions. Logic is two-valued: a condition holds or not, and `not` turns one into the other. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly filters: readonly Filter[] }
  | { readonly kind: 'not'; readonly filter: Filter }
  | Condition
  | ColumnComparison
  | RelatedFilter;

/** A column to return, and the key under which it stands in the row: `column`, `alias.column` or its own alias. */
export interface SelectedColumn {
  readonly column: string;
  readonly as: string;
}

export interface Link {
  readonly table: string;
  readonly alias: Source;
  /** Column of the linked table. */
  readonly from: string;
  /** Column of the parent: the root table or the link around this one. */
  readonly to: string;
  /** `exists` restricts like `inner` but never repeats the parent's row and returns no columns. */
  readonly type: 'inner' | 'outer' | 'exists';
  readonly columns: readonly SelectedColumn[];
  /** Belongs to the join: on an outer link it leaves the parent's row. */
  readonly filter?: Filter;
  readonly links: readonly Link[];
}

/**
 * Lookups sort by the primary name of the row they point to and choices by their label, unless `raw`
 * (`useraworderby`, choices alone). An order by `output` belongs to an aggregate and names a group or measure.
 */
export type Order =
  | (ColumnRef & { readonly kind: 'column'; readonly descending: boolean; readonly raw: boolean })
  | { readonly kind: 'output'; readonly as: string; readonly descending: boolean };

export type AggregateFunction = 'count' | 'countcolumn' | 'sum' | 'avg' | 'min' | 'max';

export interface Aggregate {
  readonly groups: readonly (ColumnRef & { readonly as: string })[];
  readonly measures: readonly (ColumnRef & {
    readonly function: AggregateFunction;
    /** countcolumn only: counts unlike values. */
    readonly distinct: boolean;
    readonly as: string;
  })[];
  /** Rows it may read, at most {@link AGGREGATE_ROWS_MAX}. */
  readonly rowsMax: number;
}

/**
 * An OData `$expand`. A lookup's columns arrive with the row through the link `alias` (its primary id included, empty
 * when there is no such row); a collection is a query of its own, see {@link childQuery}.
 */
export type Expand =
  | {
      readonly kind: 'lookup';
      readonly property: string;
      readonly table: string;
      readonly alias: Source;
      readonly columns: readonly string[];
      readonly expands: readonly Expand[];
    }
  | {
      readonly kind: 'collection';
      readonly property: string;
      readonly table: string;
      /** Lookup column of `table` that points back. */
      readonly referencingColumn: string;
      readonly query: Query;
    };

export interface Query {
  readonly table: string;
  /** The primary id comes along without being named. Empty in aggregates. */
  readonly columns: readonly SelectedColumn[];
  readonly filter?: Filter;
  readonly links: readonly Link[];
  readonly orders: readonly Order[];
  readonly distinct: boolean;
  /** The first rows only; excludes paging. */
  readonly top?: number;
  /** From 1. */
  readonly page: number;
  /** Rows a page; {@link PAGE_ROWS_MAX} when absent. */
  readonly count?: number;
  readonly pagingCookie?: string;
  /** `returntotalrecordcount`, `$count=true`. */
  readonly totalCount: boolean;
  readonly aggregate?: Aggregate;
  readonly expands: readonly Expand[];
  /** Lookup values carry the primary name of the row they point to (`LookupValue.name`), for formatted values. */
  readonly lookupNames: boolean;
}

/** What operators such as `today` and `eq-userid` are relative to. */
export interface QueryContext {
  /** UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly now: string;
  readonly userId: string;
  readonly businessUnitId: string;
  readonly teamIds: readonly string[];
}

/** The rows of an expanded collection that belong to `parentId`. */
export function childQuery(expand: Extract<Expand, { kind: 'collection' }>, parentId: string): Query {
  const isChild: Filter = {
    kind: 'condition',
    source: ROOT,
    column: expand.referencingColumn,
    operator: 'eq',
    values: [parentId],
  };
  const { filter } = expand.query;
  return { ...expand.query, filter: filter ? { kind: 'and', filters: [isChild, filter] } : isChild };
}
