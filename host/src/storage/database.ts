import Sqlite from 'better-sqlite3';
import { fold } from './values/fold';

/** Pages of 4 KiB that SQLite keeps in memory, as a negative number of KiB. */
const CACHE_KIB = -65_536;

/**
 * Opens SQLite for one store. WAL lets readers of other processes in; a commit survives the end of the process, and
 * after a power failure the file is whole though the last commits may be lost.
 */
export function openDatabase(file: string): Sqlite.Database {
  const database = new Sqlite(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.pragma('foreign_keys = ON');
  database.pragma('temp_store = MEMORY');
  database.pragma(`cache_size = ${CACHE_KIB}`);
  database.function('fold', { deterministic: true }, (text: unknown) => (typeof text === 'string' ? fold(text) : null));
  return database;
}
