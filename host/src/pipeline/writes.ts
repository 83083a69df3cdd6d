import type { Scope } from './scope';

/** To be called after every write: counts it and lets go of what was remembered from that table. */
export function noteWrite(table: string, { engine, unit }: Scope): void {
  unit.writes++;
  if (!engine.isCached(table)) return;
  unit.hasTouchedCachedTables = true;
  engine.forget();
}
