import type { Database, Statement } from 'better-sqlite3';
import type { RowPage } from '@bbl/dataverse/ports';
import { PAGE_ROWS_MAX, type Query, type QueryContext } from '@bbl/dataverse/query';
import { LruMap } from './lruMap';
import type { LookupNames } from './lookupNames';
import type { PhysicalModel } from './schema/model';
import { compileAggregate } from './sql/aggregate';
import { aggregateLimit } from './sql/faults';
import { bind, type Run } from './sql/fragment';
import { tablesOf } from './sql/links';
import { pageWindow, writeCookie } from './sql/pages';
import { SqlScope } from './sql/scope';
import { type CompiledQuery, compileSelect } from './sql/select';
import { isSqliteError } from './sqliteError';
import type { AccessOf } from './store';
import type { Stored } from './values/decode';

/** Statements kept prepared. A screen and the rules behind it use some hundred shapes. */
const STATEMENTS_MAX = 1000;

type Caller = Omit<QueryContext, 'now'> | undefined;

/**
 * Runs queries. What a query object compiles to is kept as long as the object lives, and a prepared statement serves
 * every query of the same SQL text, whatever values it compares with.
 */
export class Queries {
  private readonly compiled = new WeakMap<Query, Map<string, CompiledQuery>>();
  private readonly statements = new LruMap<string, Statement>(STATEMENTS_MAX);

  constructor(
    private readonly database: Database,
    private readonly model: PhysicalModel,
    private readonly names: LookupNames,
    private readonly now: () => string,
  ) {}

  page(query: Query, access: AccessOf, caller: Caller): RowPage {
    const compiled = this.compile(query, access);
    const { limit, offset, rows: rowsMax } = pageWindow(query);
    const run: Run = { now: this.now(), access, caller, limit, offset };
    const stored = this.rows(this.statementFor(compiled), bind(compiled.params, run));
    const moreRecords = rowsMax !== undefined && stored.length > rowsMax;
    if (moreRecords) stored.pop();
    if (query.aggregate) checkRowsRead(stored, compiled.rowsReadAt ?? 0, query.aggregate.rowsMax);
    const rows = stored.map(compiled.read);
    if (query.lookupNames) this.names.fill(rows);
    const idColumn = this.model.get(query.table)?.metadata.primaryId ?? '';
    return {
      rows,
      moreRecords,
      ...(moreRecords && {
        pagingCookie: writeCookie(query.page, idColumn, rows[0]?.[idColumn], rows.at(-1)?.[idColumn]),
      }),
      ...(query.totalCount && this.total(compiled, run)),
    };
  }

  private compile(query: Query, access: AccessOf): CompiledQuery {
    const byAccess = this.compiled.get(query) ?? new Map<string, CompiledQuery>();
    this.compiled.set(query, byAccess);
    const key = tablesOf(query)
      .map((table) => access(table).kind)
      .join();
    const known = byAccess.get(key);
    if (known) return known;
    const scope = new SqlScope(this.model, access);
    const compiled = query.aggregate ? compileAggregate(query, query.aggregate, scope) : compileSelect(query, scope);
    byAccess.set(key, compiled);
    return compiled;
  }

  private statementFor({ sql, shortcut }: CompiledQuery): Statement {
    if (!shortcut) return this.prepare(sql);
    const isBlocked = this.prepare(shortcut.unless).get() !== undefined;
    return this.prepare(isBlocked ? sql : shortcut.sql);
  }

  private rows(statement: Statement, params: readonly unknown[]): (readonly Stored[])[] {
    try {
      return statement.all(params) as (readonly Stored[])[];
    } catch (error) {
      if (isSqliteError(error) && error.message === 'integer overflow')
        throw new Error('The sum of an aggregate is larger than the store can hold exactly', { cause: error });
      throw error;
    }
  }

  /** Dataverse counts no further than a page, and says so. */
  private total(
    { count }: CompiledQuery,
    run: Run,
  ): Pick<RowPage, 'totalRecordCount' | 'totalRecordCountLimitExceeded'> {
    const params = bind([...count.params, PAGE_ROWS_MAX + 1], run);
    const [counted = 0] = this.prepare(count.sql).get(params) as [number];
    const isExceeded = counted > PAGE_ROWS_MAX;
    return { totalRecordCount: isExceeded ? PAGE_ROWS_MAX : counted, totalRecordCountLimitExceeded: isExceeded };
  }

  private prepare(sql: string): Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.database.prepare(sql).raw();
    this.statements.set(sql, statement);
    return statement;
  }
}

/** @throws HostFault 0x8004e023 when the aggregate read more rows than it may */
function checkRowsRead(stored: readonly (readonly Stored[])[], rowsReadAt: number, rowsMax: number): void {
  const [first] = stored;
  if (Number(first?.[rowsReadAt] ?? 0) > rowsMax) throw aggregateLimit(rowsMax);
}
