import {
  callBoundViolations,
  CALL_ROWS_MAX,
  exactlyOneOf,
  invalidRequest,
  type Mark,
  type MarkOutcome,
  requestedMark,
  underRule,
  type Violation,
} from '@bbl/domain';
import { accessViolation, missingRowViolation } from '@bbl/dataverse/errors';
import { required, sourceStatusWords } from '@bbl/dataverse/mapping';
import { isKind } from '@bbl/dataverse/ports';
import { writableIds } from '../data/access';
import { idFetch } from '../data/callerFetch';
import { readContracts } from '../data/contracts';
import { lockContracts } from '../data/locks';
import { openSession, type Session } from '../data/session';
import { markLines } from '../marking/contractLines';
import { markMilestones } from '../marking/milestones';
import { markSplits } from '../marking/milestoneSplits';
import type { MarkTable } from '../marking/markTable';
import type { ApiHandler } from '../runtime/handlers';
import { normalId } from '../runtime/ids';
import { decided, Refusal, refuseIfAny } from '../runtime/refusal';
import { openSeries } from '../runtime/series';
import { type PagePlace, placeAfter } from '../runtime/service';
import { refusedResult, type RowResult } from './results';

const MARK_TABLES: readonly MarkTable[] = [markSplits, markMilestones, markLines];
const REASON_LENGTH_MAX = 400;

/**
 * Ready to invoice or Not ready to invoice for up to 500 rows. Each comes back changed, unchanged or refused, in the
 * order asked; a refused row does not stop the others. @returns GRD-07, GRD-08, GRD-13 for the whole request.
 * domain.md 3.1.
 */
export const setBillingStatus: ApiHandler<'bbl_SetBillingStatus'> = (call) => {
  const { request } = call;
  const table = markTableOf(request.Table);
  const mark = decided(requestedMark(sourceStatusWords.wordOf(request.Status)));
  refuseIfAny(reasonViolations(request.Reason));
  const session = openSession(call, request.Reason);

  const { asked, next } = chooseRows(session, table, request);
  const outcomes = markRows(
    session,
    table,
    asked.map(normalId).filter((id) => id !== undefined),
    mark,
  );
  const results = resultsOf(asked, outcomes);
  const count = (outcome: RowResult['outcome']): number =>
    results.filter((result) => result.outcome === outcome).length;
  return {
    Changed: count('changed'),
    Unchanged: count('unchanged'),
    Refused: count('refused'),
    Results: JSON.stringify(results),
    Next: next,
  };
};

function markTableOf(name: string): MarkTable {
  const table = MARK_TABLES.find((candidate) => candidate.table === name.toLowerCase());
  if (!table) throw new Refusal([invalidRequest(`rows of ${name} cannot be marked`)]);
  return table;
}

const reasonViolations = (reason: string | undefined): Violation[] =>
  (reason ?? '').length > REASON_LENGTH_MAX
    ? [invalidRequest(`Reason has at most ${REASON_LENGTH_MAX} characters`)]
    : [];

interface Choice {
  readonly asked: readonly string[];
  readonly next: string;
}

function chooseRows(
  session: Session,
  table: MarkTable,
  request: {
    readonly Ids?: readonly string[];
    readonly FetchXml?: string;
    readonly Status: number;
    readonly After?: string;
  },
): Choice {
  const { Ids, FetchXml, Status, After } = request;
  decided(exactlyOneOf({ Ids: Ids !== undefined, FetchXml: FetchXml !== undefined }));
  const series = openSeries<PagePlace>(After, [table.table, FetchXml ?? Ids, Status]);
  if (FetchXml === undefined) {
    const asked = Ids ?? [];
    refuseIfAny(callBoundViolations(countOf(session, table, asked)));
    return { asked, next: '' };
  }
  const { ids, next } = takeIds(session, table, FetchXml, series.place ?? FIRST_PAGE);
  return { asked: ids, next: series.next(next) };
}

const FIRST_PAGE: PagePlace = { page: 1, rowsMax: CALL_ROWS_MAX };

interface IdPage {
  readonly ids: readonly string[];
  readonly next: PagePlace | undefined;
}

/** The ids of this call. Where fewer than a page of them fit, a shorter page tells where the next call goes on. */
function takeIds(session: Session, table: MarkTable, fetchXml: string, place: PagePlace): IdPage {
  const found = readIds(session, table, fetchXml, { ...place, rowsMax: CALL_ROWS_MAX });
  const count = takenCount(session, table, found.ids);
  return count === found.ids.length ? found : readIds(session, table, fetchXml, { ...place, rowsMax: count });
}

function readIds({ user }: Session, { table, idColumn }: MarkTable, fetchXml: string, place: PagePlace): IdPage {
  const page = user.page(idFetch(fetchXml, { table, idColumn, place }));
  const ids = page.rows.map((row) => {
    const id = row[idColumn];
    return isKind(id, 'guid') ? id.v : '';
  });
  return { ids: [...new Set(ids)], next: placeAfter(place, page) };
}

/** Rows that a call by `Ids` counts for; what is named twice counts twice. */
function countOf(session: Session, table: MarkTable, asked: readonly string[]): number {
  if (asked.length > CALL_ROWS_MAX || !table.countRows) return asked.length;
  const ids = asked.map(normalId).filter((id) => id !== undefined);
  return sumOf([...table.countRows(session, ids).values()]);
}

/** How many of the ids found fit into the call: a header counts as its splits. At least one, so that a series ends. */
function takenCount(session: Session, table: MarkTable, found: readonly string[]): number {
  if (!table.countRows) return found.length;
  const counts = table.countRows(session, found);
  let rows = 0;
  for (const [index, id] of found.entries()) {
    rows += counts.get(id) ?? 0;
    if (rows > CALL_ROWS_MAX && index > 0) return index;
  }
  return found.length;
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** Judges and writes the rows that the caller may see and write; the others are refused one by one. domain.md 9.1-2. */
function markRows(session: Session, table: MarkTable, ids: readonly string[], mark: Mark): Map<string, MarkOutcome> {
  const rows = new Map(table.read(session, ids).map((row) => [row.id, row]));
  const visibleContracts = readContracts(
    session.user,
    [...rows.values()].map(({ contractId }) => contractId),
  );
  const visible = [...rows.values()].filter(({ contractId }) => visibleContracts.has(contractId));
  const writable = writableIds(session, table.table, visible);
  const open = [...new Set(ids)].filter((id) => writable.has(id));

  const contractIds = [...new Set(open.map((id) => required(rows.get(id)).contractId))];
  lockContracts(session.system, contractIds);
  const contracts = readContracts(session.system, contractIds);
  const outcomes = open.length === 0 ? new Map<string, MarkOutcome>() : table.mark(session, open, mark, contracts);
  for (const { id } of visible) {
    if (!writable.has(id))
      outcomes.set(id, { outcome: 'refused', violations: underRule('3.1-2', [accessViolation()]) });
  }
  return outcomes;
}

/** In the order asked. What is named again is `unchanged`; what nobody judged is missing or invisible. */
function resultsOf(asked: readonly string[], outcomes: ReadonlyMap<string, MarkOutcome>): RowResult[] {
  const seen = new Set<string>();
  return asked.map((text): RowResult => {
    const id = normalId(text) ?? text;
    const outcome = outcomes.get(id);
    if (!outcome) return refusedResult(text, underRule('3.1-2', [missingRowViolation()]));
    if (seen.has(id)) return { id: text, outcome: 'unchanged' };
    seen.add(id);
    return outcome.outcome === 'refused'
      ? refusedResult(text, outcome.violations)
      : { id: text, outcome: outcome.outcome };
  });
}
