import type { Row } from '@bbl/dataverse/ports';
import { unsupported } from '../../faults';
import type { Store } from '../../storage/store';
import type { RowPlan } from './plan';

const PLACEHOLDER = /\{([A-Z]+)(?::([^}]*))?\}/g;

/** Fills auto number columns that the client left out; formats know `{SEQNUM:digits}` alone. */
export class AutoNumbers {
  constructor(private readonly store: Store) {}

  fill(row: Row, plan: RowPlan): void {
    for (const { column, format } of plan.autoNumbers) {
      if (row[column] === undefined || row[column] === null) row[column] = this.next(plan.table.name, column, format);
    }
  }

  private next(table: string, column: string, format: string): string {
    return format.replace(PLACEHOLDER, (placeholder, kind: string, digits: string | undefined) => {
      if (kind !== 'SEQNUM') throw unsupported(`the auto number placeholder ${placeholder}`);
      return String(this.store.nextNumber(table, column)).padStart(Number(digits ?? 1), '0');
    });
  }
}
