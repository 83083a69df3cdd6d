import { claimName, type Release, releaseSource, type SourceStatus } from '@bbl/domain';
import { required, type StoredDetail, type StoredInvoice } from '@bbl/dataverse/mapping';
import { readContract } from '../data/contracts';
import { writeLineStatus } from '../data/lineStatus';
import { readMilestones } from '../data/milestones';
import { writeStatuses } from '../data/milestoneWrites';
import type { Session } from '../data/session';
import { readStatusAfterRelease } from '../data/settings';
import { readClaims } from './confirmable';
import { readSources, type StoredSource } from './sources';

/** Sources of a draft with the claim that each had when it was collected. */
export interface ClaimedSources {
  readonly splitIds: readonly string[];
  readonly lineIds: readonly string[];
  /** The invoice that each claim names, by claim name. */
  readonly claims: { readonly [claim: string]: string };
}

/** What a draft or one of its details holds: found through details and claims, not through the sources. domain.md 8.6-2. */
export function readClaimedSources(session: Session, details: readonly StoredDetail[]): ClaimedSources {
  const idsOf = (kind: 'split' | 'productLine'): string[] =>
    details.flatMap(({ source }) => (source?.kind === kind ? [source.id] : []));
  const [splitIds, lineIds] = [idsOf('split'), idsOf('productLine')];
  const claims = readClaims(session, [
    ...splitIds.map((id) => ({ table: 'bbl_milestonesplit', id }) as const),
    ...lineIds.map((id) => ({ table: 'bbl_contractline', id }) as const),
  ]);
  return { splitIds, lineIds, claims: Object.fromEntries(claims) };
}

/** Returns the sources of a deleted detail or draft to the backlog. The contract is locked. domain.md 8.6. */
export function release(
  session: Session,
  invoice: Pick<StoredInvoice, 'id' | 'contractId'>,
  claimed: ClaimedSources,
): void {
  const sources = readSources(session, { splits: claimed.splitIds, productLines: claimed.lineIds });
  const facts = {
    contractStatus: readContract(session.system, invoice.contractId).status,
    statusAfterRelease: readStatusAfterRelease(session.system),
  };
  const statuses = new Map<string, SourceStatus>();
  for (const source of sources.values()) {
    const { kind, billingStatus } = source;
    const claimInvoiceId = claimed.claims[claimName(source.table, source.id)] ?? null;
    const outcome: Release = releaseSource({ kind, billingStatus, claimInvoiceId }, invoice.id, facts);
    if (outcome.outcome === 'released') statuses.set(source.id, outcome.to);
  }
  writeReleased(session, sources, statuses);
}

function writeReleased(
  session: Session,
  sources: ReadonlyMap<string, StoredSource>,
  statuses: ReadonlyMap<string, SourceStatus>,
): void {
  const offInvoice = { bbl_invoiceid: null };
  const released = [...statuses.keys()].map((id) => required(sources.get(id)));
  const milestoneIds = released.flatMap(({ milestoneId }) => milestoneId ?? []);
  for (const milestone of readMilestones(session, milestoneIds).values()) {
    const own = milestone.splits.filter(({ id }) => statuses.has(id));
    const ofOwn = new Map(own.map(({ id }) => [id, required(statuses.get(id))]));
    writeStatuses(session, milestone, ofOwn, () => offInvoice);
  }
  for (const line of released.filter(({ kind }) => kind === 'productLine')) {
    writeLineStatus(session, line, required(statuses.get(line.id)), offInvoice);
  }
}
