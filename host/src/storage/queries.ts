import type { Database, Statement } from 'better-sqlite3';
import type { Row, RowPage } from '@bbl/dataverse/ports';
import { PAGE_ROWS_MAX, type Query, type QueryContext } from '@bbl/dataverse/query';
import { LruMap } from './lruMap';
import type { LookupNames } from './lookupNames';
import type { PhysicalModel } from './schema/model';
import { compileAggregate } from './sql/aggregate';
import { aggregateLimit, badCookie } from './sql/faults';
import { type CompiledQuery, type Shortcut, WORTHWHILE_ROWS } from './sql/compiled';
import { bind, type Fragment, type Run } from './sql/fragment';
import { tablesOf } from './sql/links';
import { type PageWindow, pageWindow, writeCookie } from './sql/pages';
import { SqlScope } from './sql/scope';
import { afterSql, idOf, type SeekKeys, type SeekTerm } from './sql/seek';
import { compileSelect } from './sql/select';
import { isSqliteError } from './sqliteError';
import type { AccessOf } from './store';
import type { Stored } from './values/decode';
import type { Bindable } from './values/encode';

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
    const window = pageWindow(query);
    const run: Run = { now: this.now(), access, caller, limit: window.limit, offset: window.offset };
    const stored = this.rows(compiled, window, run);
    const moreRecords = window.rows !== undefined && stored.length > window.rows;
    if (moreRecords) stored.pop();
    if (query.aggregate) checkRowsRead(stored, compiled.rowsReadAt ?? 0, query.aggregate.rowsMax);
    const rows = stored.map(compiled.read);
    return {
      rows,
      moreRecords,
      ...(moreRecords && { pagingCookie: this.cookie(query, compiled, rows, run) }),
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
    const scope = new SqlScope(this.model, access, query.lookupNames ? this.names.nameOf : undefined);
    const compiled = query.aggregate ? compileAggregate(query, query.aggregate, scope) : compileSelect(query, scope);
    byAccess.set(key, compiled);
    return compiled;
  }

  private rows({ route, shortcut, seek }: CompiledQuery, window: PageWindow, run: Run): (readonly Stored[])[] {
    const chosen = shortcut && this.isOpen(shortcut, run) ? shortcut.route : route;
    if (!window.after || !seek) return this.all(chosen.statement, run);
    const after = afterSql(seek.terms, window.after, (term) => this.mayBeEmpty(term));
    if (!after) throw badCookie();
    return this.all(chosen.after(after), { ...run, offset: 0 });
  }

  private isOpen({ closedBy, worth }: Shortcut, run: Run): boolean {
    if (this.prepare(closedBy).get() !== undefined) return false;
    return !worth || this.counted(worth, WORTHWHILE_ROWS, run) === WORTHWHILE_ROWS;
  }

  private mayBeEmpty({ emptyProbe }: SeekTerm): boolean {
    return emptyProbe === undefined || this.prepare(emptyProbe).get() !== undefined;
  }

  private cookie(query: Query, { seek }: CompiledQuery, rows: readonly Row[], run: Run): string {
    const idColumn = this.model.get(query.table)?.metadata.primaryId ?? '';
    const [first, last] = [idOf(rows[0]?.[idColumn]), idOf(rows.at(-1)?.[idColumn])];
    const [place] = seek && last !== undefined ? this.all(withParameter(seek.keys, last), run) : [];
    return writeCookie({ page: query.page, idColumn, first, last, place: place as SeekKeys | undefined });
  }

  private all({ sql, params }: Fragment, run: Run): (readonly Stored[])[] {
    try {
      return this.prepare(sql).all(bind(params, run)) as (readonly Stored[])[];
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
    const counted = this.counted(count, PAGE_ROWS_MAX + 1, run);
    const isExceeded = counted > PAGE_ROWS_MAX;
    return { totalRecordCount: isExceeded ? PAGE_ROWS_MAX : counted, totalRecordCountLimitExceeded: isExceeded };
  }

  /** Rows that a counting statement finds, up to its end. */
  private counted(count: Fragment, rowsMax: number, run: Run): number {
    const { sql, params } = withParameter(count, rowsMax);
    const [counted = 0] = this.prepare(sql).get(bind(params, run)) as [number];
    return counted;
  }

  private prepare(sql: string): Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.database.prepare(sql).raw();
    this.statements.set(sql, statement);
    return statement;
  }
}

/** The fragment with a value for the `?` at its end. */
const withParameter = ({ sql, params }: Fragment, value: Bindable): Fragment => ({ sql, params: [...params, value] });

/** @throws HostFault 0x8004e023 when the aggregate read more rows than it may */
function checkRowsRead(stored: readonly (readonly Stored[])[], rowsReadAt: number, rowsMax: number): void {
  const [first] = stored;
  if (Number(first?.[rowsReadAt] ?? 0) > rowsMax) throw aggregateLimit(rowsMax);
}
