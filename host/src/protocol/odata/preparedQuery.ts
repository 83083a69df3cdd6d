import type { TableMetadata } from '@bbl/dataverse';
import { type Link, parseODataQuery, type Query } from '@bbl/dataverse/query';
import type { Engine } from '../../pipeline/engine';
import { translatingQueryFaults } from '../../queryFaults';
import type { Preferences } from './preferences';
import { takeAssociations } from './associations';
import type { WriterContext } from './cellWriter';
import { type RowWriter, rowWriterOf, withAssociations } from './rowWriter';

/** A query with the writer of its rows. */
export interface PreparedQuery {
  readonly query: Query;
  readonly write: RowWriter;
}

const PREPARED_MAX = 1000;

/** Reads query options and remembers what became of them: clients ask the same things again and again. */
export class PreparedQueries {
  private readonly known = new Map<string, PreparedQuery>();
  private readonly writers = new WeakMap<Query, RowWriter>();

  constructor(private readonly engine: Engine) {}

  /** @param options the query string, without `?`. Throws 400 or 501 on what is wrong with it. */
  of(table: TableMetadata, options: string, preferences: Preferences): PreparedQuery {
    const { formattedValue, lookupLogicalName, associatedNavigationProperty } = preferences.annotations;
    const flags =
      Number(formattedValue) | (Number(lookupLogicalName) << 1) | (Number(associatedNavigationProperty) << 2);
    const key = `${table.name}?${options}#${flags}#${preferences.pageRowsMax ?? ''}`;
    const known = this.known.get(key);
    if (known) return known;
    const prepared = this.prepare(table, new URLSearchParams(options), preferences);
    if (this.known.size >= PREPARED_MAX) this.known.clear();
    this.known.set(key, prepared);
    return prepared;
  }

  prepare(table: TableMetadata, options: URLSearchParams, preferences: Preferences): PreparedQuery {
    const { metadata } = this.engine;
    const [parsed, associated] = translatingQueryFaults(() => {
      const taken = takeAssociations(table, options, metadata);
      return [parseODataQuery(table.name, options, metadata), taken] as const;
    });
    const query = this.complete(parsed, preferences);
    const expands = associated.map((expand) => ({
      ...expand,
      query: this.complete(expand.query, { ...preferences, pageRowsMax: undefined }),
    }));
    return { query, write: withAssociations(this.writerOf(query, preferences), table.primaryId, expands) };
  }

  /** A writer for a query that was derived from a prepared one, such as that of an expanded collection. */
  writerOf(query: Query, { annotations }: Preferences): RowWriter {
    const known = this.writers.get(query);
    if (known) return known;
    const { metadata, currencies } = this.engine;
    const context: WriterContext = {
      metadata,
      annotations,
      currencyOf: (id) => currencies.get(id),
      baseCurrency: () => currencies.base,
    };
    const writer = rowWriterOf(query, context);
    this.writers.set(query, writer);
    return writer;
  }

  /** The page size the client prefers, names of lookups for their formatted values, currencies for those of money. */
  complete(query: Query, preferences: Preferences): Query {
    const { annotations, pageRowsMax } = preferences;
    const pageRows = pageRowsMax !== undefined && query.top === undefined ? { count: query.count ?? pageRowsMax } : {};
    if (query.aggregate || !annotations.formattedValue) return { ...query, ...pageRows };
    return {
      ...query,
      ...pageRows,
      columns: this.withCurrency(query.table, query.columns, ''),
      links: query.links.map((link) => this.linkWithCurrency(link)),
      expands: query.expands.map((expand) =>
        expand.kind === 'collection'
          ? { ...expand, query: this.complete(expand.query, { ...preferences, pageRowsMax: undefined }) }
          : expand,
      ),
      lookupNames: true,
    };
  }

  private linkWithCurrency(link: Link): Link {
    const columns =
      link.columns.length === 0 ? link.columns : this.withCurrency(link.table, link.columns, `${link.alias}.`);
    return { ...link, columns, links: link.links.map((inner) => this.linkWithCurrency(inner)) };
  }

  /** The platform too answers the currency with every amount. */
  private withCurrency(table: string, columns: Query['columns'], prefix: string): Query['columns'] {
    const { metadata } = this.engine;
    const isMoney = ({ column }: { readonly column: string }): boolean =>
      metadata.column(table, column)?.type === 'money';
    const currency = 'transactioncurrencyid';
    const as = prefix + currency;
    if (!metadata.column(table, currency) || columns.some((column) => column.as === as)) return columns;
    return columns.some(isMoney) ? [...columns, { column: currency, as }] : columns;
  }
}
