import type { LookupRef } from '../api/rows';
import { Observable } from './observable';

const KEY = 'shell.recent';
const ITEMS_MAX = 10;

/** The records opened last, kept in this browser. */
export class RecentRecords extends Observable {
  items: readonly LookupRef[] = read();

  /** Puts a record on top. */
  visited(record: LookupRef): void {
    const [first] = this.items;
    if (first && isSame(first, record) && first.name === record.name) return;
    this.items = [record, ...this.items.filter((item) => !isSame(item, record))].slice(0, ITEMS_MAX);
    this.store();
  }

  /** Takes a record off the list: it was deleted. */
  forget(record: Pick<LookupRef, 'table' | 'id'>): void {
    this.items = this.items.filter((item) => !isSame(item, record));
    this.store();
  }

  private store(): void {
    localStorage.setItem(KEY, JSON.stringify(this.items));
    this.changed();
  }
}

const isSame = (a: Pick<LookupRef, 'table' | 'id'>, b: Pick<LookupRef, 'table' | 'id'>): boolean =>
  a.table === b.table && a.id === b.id;

function read(): readonly LookupRef[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? (stored as LookupRef[]).slice(0, ITEMS_MAX) : [];
  } catch {
    return [];
  }
}
