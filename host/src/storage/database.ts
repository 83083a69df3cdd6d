import Sqlite from 'better-sqlite3';
import { isSqliteError } from './sqliteError';
import { fold } from './values/fold';

/** Memory for pages that SQLite keeps, as a negative number of KiB. */
const CACHE_KIB = -65_536;
/** How long another process may still be closing the file. */
const LOCK_WAIT_MS = 1000;

/** Another process has the data file open. */
export class StoreInUseError extends Error {
  constructor(file: string) {
    super(`The data file ${file} is in use by another process. Stop it, or use another data folder.`);
    this.name = 'StoreInUseError';
  }
}

/**
 * Opens SQLite for one store, which has the file to itself: row versions are counted in memory. A commit survives the end
 * of the process; after a power failure the file is whole, though the last commits may be lost.
 * @throws StoreInUseError
 */
export function openDatabase(file: string): Sqlite.Database {
  const database = new Sqlite(file, { timeout: LOCK_WAIT_MS });
  try {
    configure(database);
    return database;
  } catch (error) {
    database.close();
    throw isSqliteError(error) && error.code === 'SQLITE_BUSY' ? new StoreInUseError(file) : error;
  }
}

function configure(database: Sqlite.Database): void {
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.pragma('foreign_keys = ON');
  database.pragma('temp_store = MEMORY');
  database.pragma(`cache_size = ${CACHE_KIB}`);
  database.function('fold', { deterministic: true }, (text: unknown) => (typeof text === 'string' ? fold(text) : null));
}
