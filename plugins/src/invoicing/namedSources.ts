import { invalidRequest, underRule, unsupportedViolations, type Violation } from '@bbl/domain';
import { accessViolation, missingRowViolation } from '@bbl/dataverse/errors';
import { eq } from '@bbl/dataverse/fetch';
import { BillingStatus } from '@bbl/dataverse/generated/choices';
import { required } from '@bbl/dataverse/mapping';
import { writableIds } from '../data/access';
import { groupBy, readContracts } from '../data/contracts';
import type { Session } from '../data/session';
import { markLines } from '../marking/contractLines';
import { markMilestones } from '../marking/milestones';
import { markSplits } from '../marking/milestoneSplits';
import type { MarkableRow, MarkTable } from '../marking/markTable';
import { normalId } from '../runtime/ids';
import { Refusal } from '../runtime/refusal';

/** A row that a caller named to be invoiced. */
export interface NamedSource {
  readonly table: string;
  readonly id: string;
  /** The id as the caller wrote it. */
  readonly text: string;
  /** What tells rows apart, whatever their tables. */
  readonly key: string;
}

const TABLES: readonly MarkTable[] = [markSplits, markMilestones, markLines];

/** Reads `Sources`. Refuses with GRD-07 what is no list of tables and ids. surface.md 5. */
export function parseSources(json: string): NamedSource[] {
  const list = parseJson(json);
  if (!Array.isArray(list)) throw notAList();
  return list.map((item: unknown): NamedSource => {
    const { table, id } = (item ?? {}) as { readonly table?: unknown; readonly id?: unknown };
    if (typeof table !== 'string' || typeof id !== 'string') throw notAList();
    const name = table.toLowerCase();
    const known = normalId(id) ?? id;
    return { table: name, id: known, text: id, key: `${name}:${known}` };
  });
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

const notAList = (): Refusal => new Refusal([invalidRequest('Sources must be a JSON list of {table, id}')]);

/** What became of the named rows before the lock. */
export interface NamedRows {
  /** Rows that the caller may see and write, by key. */
  readonly open: ReadonlyMap<string, MarkableRow>;
  /** Why the others are refused, by key. */
  readonly refused: ReadonlyMap<string, readonly Violation[]>;
}

/** @returns per row GRD-04, GRD-05, or GRD-07 for a table that this version does not invoice. domain.md 9.1-2. */
export function readNamedRows(session: Session, named: readonly NamedSource[]): NamedRows {
  const open = new Map<string, MarkableRow>();
  const refused = new Map<string, readonly Violation[]>();
  for (const [name, sources] of groupBy(named, ({ table }) => table)) {
    const table = TABLES.find((candidate) => candidate.table === name);
    if (!table) {
      for (const { key } of sources) refused.set(key, unsupportedTable(name));
      continue;
    }
    const ids = sources.map(({ text }) => normalId(text)).filter((id) => id !== undefined);
    const rows = table.read(session, ids);
    const contracts = readContracts(
      session.user,
      rows.map(({ contractId }) => contractId),
    );
    const visible = rows.filter(({ contractId }) => contracts.has(contractId));
    const writable = writableIds(session, table.table, visible);
    for (const row of visible) {
      const key = `${name}:${row.id}`;
      if (writable.has(row.id)) open.set(key, row);
      else refused.set(key, underRule('9.1-2', [accessViolation()]));
    }
  }
  const missing = underRule('9.1-2', [missingRowViolation()]);
  for (const { key } of named) if (!open.has(key) && !refused.has(key)) refused.set(key, missing);
  return { open, refused };
}

function unsupportedTable(table: string): readonly Violation[] {
  if (table === 'bbl_actual') return unsupportedViolations('actual');
  if (table === 'bbl_retainer') return unsupportedViolations('retainer');
  return [invalidRequest(`rows of ${table} cannot be invoiced`)];
}

/** The Ready splits that each header stands for. domain.md 8.1-1. */
export function readReadySplits({ system }: Session, milestoneIds: readonly string[]): Map<string, string[]> {
  const rows = system.queryIn(
    'bbl_milestonesplit',
    ['bbl_milestonesplitid', 'bbl_milestoneid'],
    'bbl_milestoneid',
    milestoneIds,
    (query) =>
      query
        .where(eq('bbl_billingstatus', BillingStatus.ReadyToInvoice))
        .orderBy('bbl_round')
        .orderBy('bbl_milestonesplitid'),
  );
  const groups = groupBy(rows, (row) => required(row.bbl_milestoneid));
  return new Map(
    milestoneIds.map((id) => [id, (groups.get(id) ?? []).map((row) => required(row.bbl_milestonesplitid))]),
  );
}
