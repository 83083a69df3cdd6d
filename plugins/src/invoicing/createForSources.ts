import {
  callBoundViolations,
  notReadyViolations,
  type PlainDate,
  type Selection,
  selectSources,
  type SourceOutcome,
  type Violation,
} from '@bbl/domain';
import { required } from '@bbl/dataverse/mapping';
import { refusedResult, type RowResult } from '../apis/results';
import { readContracts } from '../data/contracts';
import { lockContracts } from '../data/locks';
import type { Session } from '../data/session';
import { readInvoicingSettings } from '../data/settings';
import { refuseIfAny } from '../runtime/refusal';
import { type NamedRows, type NamedSource, readNamedRows, readReadySplits } from './namedSources';
import { readSources, type StoredSource } from './sources';
import { writeFillings } from './writeDrafts';

export interface DraftDates {
  readonly invoiceDate: PlainDate;
  readonly cutoffDate: PlainDate;
}

/** A named row with the sources it stands for. */
interface Expanded extends NamedSource {
  readonly sourceIds: readonly string[];
}

/**
 * Drafts for the rows named, and no others. @returns a result per row in the order asked: GRD-04, GRD-05, CON-04,
 * CON-05, CON-11, INV-02, INV-04, INV-05, INV-06. Refuses with GRD-08 above 500. domain.md 8.1-1, 8.2-2.
 */
export function createForSources(
  session: Session,
  named: readonly NamedSource[],
  dates: DraftDates,
): { invoiceIds: string[]; results: RowResult[] } {
  refuseIfAny(callBoundViolations(named.length));
  const rows = readNamedRows(session, named);
  const contractIds = [...new Set([...rows.open.values()].map(({ contractId }) => contractId))];
  lockContracts(session.system, contractIds);

  const expanded = expand(session, named, rows);
  const asked = expanded.flatMap(({ sourceIds }) => sourceIds);
  refuseIfAny(callBoundViolations(asked.length));
  const sources = readExpanded(session, expanded);
  const contracts = readContracts(session.system, contractIds);
  const selection = selectSources({
    sources: asked.map((id) => required(sources.get(id))),
    contracts: [...contracts.values()],
    drafts: [],
    ...dates,
    dueBy: 'cutoff',
    opensDrafts: true,
    isNamed: true,
    settings: readInvoicingSettings(session.system),
  });
  const invoiceIds = writeFillings(session, selection.fillings, { contracts, sources, drafts: [], ...dates });
  return { invoiceIds, results: resultsOf(expanded, rows, { selection, invoiceIds, sources }) };
}

/** A header stands for its Ready splits, any other row for itself. */
function expand(session: Session, named: readonly NamedSource[], rows: NamedRows): Expanded[] {
  const isOpen = ({ key }: NamedSource): boolean => rows.open.has(key);
  const headerIds = named.filter((source) => isHeader(source) && isOpen(source)).map(({ id }) => id);
  const splits = readReadySplits(session, [...new Set(headerIds)]);
  return named.map((source) => ({
    ...source,
    sourceIds: !isOpen(source) ? [] : isHeader(source) ? (splits.get(source.id) ?? []) : [source.id],
  }));
}

const isHeader = ({ table }: NamedSource): boolean => table === 'bbl_milestone';

function readExpanded(session: Session, expanded: readonly Expanded[]): Map<string, StoredSource> {
  const isLine = ({ table }: Expanded): boolean => table === 'bbl_contractline';
  const idsOf = (sources: readonly Expanded[]): string[] => sources.flatMap(({ sourceIds }) => sourceIds);
  return readSources(session, {
    splits: idsOf(expanded.filter((source) => !isLine(source))),
    productLines: idsOf(expanded.filter(isLine)),
  });
}

interface Written {
  readonly selection: Selection;
  readonly invoiceIds: readonly string[];
  readonly sources: ReadonlyMap<string, StoredSource>;
}

function resultsOf(expanded: readonly Expanded[], rows: NamedRows, written: Written): RowResult[] {
  let position = 0;
  const seen = new Set<string>();
  return expanded.map((source): RowResult => {
    const outcomes = written.selection.outcomes.slice(position, position + source.sourceIds.length);
    position += source.sourceIds.length;
    const isRepeated = seen.has(source.key);
    seen.add(source.key);
    const refusal = rows.refused.get(source.key);
    if (refusal) return refusedResult(source.text, refusal);
    if (isRepeated) return { id: source.text, outcome: 'unchanged' };
    return outcomeOf(source, outcomes, written.invoiceIds);
  });
}

/** A header changed if one of its splits did; without Ready splits there is nothing to invoice. */
function outcomeOf(source: Expanded, outcomes: readonly SourceOutcome[], invoiceIds: readonly string[]): RowResult {
  const invoices = new Set(
    outcomes.flatMap((outcome) => (outcome.outcome === 'changed' ? [required(invoiceIds[outcome.filling])] : [])),
  );
  if (invoices.size > 0) return { id: source.text, outcome: 'changed', invoices: [...invoices] };
  if (outcomes.some(({ outcome }) => outcome === 'unchanged')) return { id: source.text, outcome: 'unchanged' };
  const [refused] = outcomes.flatMap((outcome) => (outcome.outcome === 'refused' ? [outcome.violations] : []));
  return refusedResult(source.text, refused ?? nothingReady());
}

const nothingReady = (): readonly Violation[] =>
  notReadyViolations({ name: 'The milestone', billingStatus: 'NotReady', invoiceName: '' });
