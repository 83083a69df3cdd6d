/** What better-sqlite3 throws. */
export interface SqliteFailure {
  /** `SQLITE_CONSTRAINT_UNIQUE` and so on. */
  readonly code: string;
  readonly message: string;
}

/**
 * Told by its code, not its class: the native module keeps the class of whoever loaded it first in the process, and
 * each test file loads the package anew.
 */
export function isSqliteError(error: unknown): error is SqliteFailure {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_');
}
