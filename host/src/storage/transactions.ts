import type { Database, Statement } from 'better-sqlite3';

/**
 * Nested transactions that are one. When an inner part fails, the whole can no longer succeed, even if somebody in
 * between caught the failure: a half done part must not be committed. Dataverse treats a caught fault of a synchronous
 * step the same way.
 */
export class Transactions {
  private depth = 0;
  private failure: { readonly error: unknown } | undefined;
  private readonly begin: Statement;
  private readonly commit: Statement;
  private readonly rollback: Statement;

  constructor(
    private readonly database: Database,
    private readonly afterRollback: () => void,
  ) {
    this.begin = database.prepare('BEGIN IMMEDIATE');
    this.commit = database.prepare('COMMIT');
    this.rollback = database.prepare('ROLLBACK');
  }

  run<T>(work: () => T): T {
    if (this.depth > 0) return this.runInner(work);
    this.begin.run();
    this.failure = undefined;
    try {
      const result = this.runInner(work);
      this.rethrowFailure();
      this.commit.run();
      return result;
    } catch (error) {
      // SQLite has already rolled back on errors such as a full disk.
      if (this.database.inTransaction) this.rollback.run();
      this.afterRollback();
      throw error;
    }
  }

  private rethrowFailure(): void {
    if (this.failure) throw this.failure.error;
  }

  private runInner<T>(work: () => T): T {
    this.depth++;
    try {
      return work();
    } catch (error) {
      this.failure ??= { error };
      throw error;
    } finally {
      this.depth--;
    }
  }
}
