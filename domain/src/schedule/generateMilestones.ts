import { SCHEDULE_SPLITS_MAX } from '../bounds';
import { closedViolations } from '../contract/contractStatus';
import { formatUs, type PlainDate } from '../dates/plainDate';
import { type NewMilestone, planMilestone } from '../milestone/createMilestone';
import { changedRowsCount } from '../milestone/splitUpdates';
import { type MilestoneEdit, replanMilestone } from '../milestone/editMilestone';
import { type ExistingMilestone, isOpenMilestone, type MilestoneLine } from '../milestone/milestone';
import { type Currency, formatMoney } from '../money/amount';
import { type MinorUnits, subtract, sum, ZERO } from '../money/minorUnits';
import { balanceViolations } from '../split/percentages';
import { ruled, type Ruling, type Violation, violation } from '../violation';
import { datesMaxOf, lineKindViolations, occupiedViolations, type ScheduleMode } from './mode';
import { runDates, type RunDatesInput } from './runDates';
import { spread, type Spread } from './spread';

/** A milestone of the line, with its id. Of several on one date the first given is the one that is kept. */
export interface ScheduledMilestone extends ExistingMilestone {
  readonly id: string;
}

/** A fixed price line with what its periodic milestones are made of. */
export interface PeriodicLine extends MilestoneLine, RunDatesInput {
  readonly contractedAmountMinor: MinorUnits | null;
  readonly estimatedTaxMinor: MinorUnits | null;
  readonly currency: Currency;
  readonly milestones: readonly ScheduledMilestone[];
}

/** One row of the line's whole schedule after the command. */
export interface PeriodicEntry extends Spread {
  readonly name: string;
  readonly date: PlainDate;
  readonly kept: boolean;
}

export interface MilestonesPlan {
  /** In date order, kept ones included. */
  readonly schedule: readonly PeriodicEntry[];
  /** All empty for a preview. */
  readonly created: readonly NewMilestone[];
  /** Open milestones that change in place; those that would not change are left out. */
  readonly changed: readonly { readonly id: string; readonly edit: MilestoneEdit }[];
  readonly deletedIds: readonly string[];
}

/**
 * Periodic milestones: one per run date, the contracted amount and the estimated tax spread over them. `replaceopen`
 * keeps every milestone that is not open and spreads what they leave over the other dates.
 * @returns CON-04, SPL-01, SPL-02 (to write), SCH-01 to SCH-09, SCH-14. domain.md 4.3.
 */
export function generateMilestones(mode: ScheduleMode, line: PeriodicLine): Ruling<MilestonesPlan> {
  const dates = runDates(line, datesMaxOf(mode), hasContractedAmount(line) ? [] : ['contracted amount']);
  const violations = [
    ...(mode === 'preview' ? [] : writeViolations(line)),
    ...lineKindViolations(line, 'FixedPrice'),
    ...occupiedViolations(mode, line.milestones.length),
    ...(dates.ok ? [] : dates.error),
  ];
  if (!dates.ok || violations.length > 0) return ruled<MilestonesPlan>(violations, () => NOTHING);

  const plan = place(line, dates.value);
  const planViolations = [
    ...plan.violations,
    ...(mode === 'preview' ? [] : splitsViolations(line, plan.wanted.length)),
  ];
  return ruled(planViolations, () =>
    mode === 'preview' ? { ...NOTHING, schedule: scheduleOf(plan) } : writes(line, plan),
  );
}

/** What is kept, what is wanted beside it, and what stands against it. */
interface Placement {
  readonly kept: readonly ScheduledMilestone[];
  readonly open: readonly ScheduledMilestone[];
  readonly wanted: readonly PeriodicEntry[];
  readonly violations: readonly Violation[];
}

/** The remaining dates with their amounts. domain.md 4.3-6, 4.3-7. */
function place(line: PeriodicLine, dates: readonly PlainDate[]): Placement {
  const open = line.milestones.filter(isOpenMilestone);
  const kept = line.milestones.filter((milestone) => !isOpenMilestone(milestone));
  const keptDates = new Set(kept.map(({ date }) => date));
  const remaining = dates.filter((date) => !keptDates.has(date));
  const left: Spread = {
    amountMinor: subtract(line.contractedAmountMinor ?? ZERO, sum(kept.map(({ amountMinor }) => amountMinor))),
    taxMinor: subtract(line.estimatedTaxMinor ?? ZERO, sum(kept.map(({ taxMinor }) => taxMinor))),
  };
  const violations = leftViolations(left, remaining.length, line.currency);
  const isDone = violations.length > 0 || (left.amountMinor === 0 && left.taxMinor === 0);
  const parts = isDone ? [] : spread(left, remaining.length);
  const wanted = parts.map((part, index) => {
    const date = remaining[index] as PlainDate;
    return { ...part, date, name: formatUs(date), kept: false };
  });
  return { kept, open, wanted, violations };
}

/** @returns SCH-06 when what is kept exceeds the total, SCH-08 when something is left and has no place. domain.md 4.3-7. */
function leftViolations({ amountMinor, taxMinor }: Spread, datesCount: number, currency: Currency): Violation[] {
  const text = (minor: MinorUnits): string => formatMoney(minor, currency);
  const exceeding = [amountMinor, taxMinor].filter((leftMinor) => leftMinor < 0);
  if (exceeding.length > 0) {
    return exceeding.map((leftMinor) => violation('BBL-SCH-06', { difference: text(subtract(ZERO, leftMinor)) }));
  }
  if (amountMinor > 0 && datesCount === 0) return [violation('BBL-SCH-08', { amount: text(amountMinor) })];
  return amountMinor === 0 && taxMinor > 0 ? [violation('BBL-SCH-08', { amount: text(taxMinor) })] : [];
}

function writes(line: PeriodicLine, plan: Placement): MilestonesPlan {
  const openOn = new Map<PlainDate, ScheduledMilestone>();
  for (const milestone of plan.open) if (!openOn.has(milestone.date)) openOn.set(milestone.date, milestone);
  const inPlace = plan.wanted.flatMap((entry) => {
    const milestone = openOn.get(entry.date);
    return milestone ? [{ milestone, edit: replanMilestone(milestone, figuresOf(entry), line) }] : [];
  });
  const stayingIds = new Set(inPlace.map(({ milestone }) => milestone.id));
  return {
    schedule: scheduleOf(plan),
    created: plan.wanted.filter(({ date }) => !openOn.has(date)).map((entry) => planMilestone(figuresOf(entry), line)),
    changed: inPlace
      .filter(({ milestone, edit }) => isDifferent(milestone, edit))
      .map(({ milestone, edit }) => ({ id: milestone.id, edit })),
    deletedIds: plan.open.filter(({ id }) => !stayingIds.has(id)).map(({ id }) => id),
  };
}

function scheduleOf({ kept, wanted }: Placement): PeriodicEntry[] {
  const keptEntries = kept.map(({ name, date, amountMinor, taxMinor }) => ({
    name,
    date,
    amountMinor,
    taxMinor,
    kept: true,
  }));
  return [...keptEntries, ...wanted].sort((left, right) =>
    left.date < right.date ? -1 : left.date > right.date ? 1 : 0,
  );
}

/** What a schedule needs to be written. domain.md 4.3-1. */
function writeViolations(line: PeriodicLine): Violation[] {
  return [...closedViolations(line.contractStatus), ...balanceViolations(`line ${line.name}`, line.shares)];
}

/** @returns SCH-14 above 2,000 splits. domain.md 4.3-1. */
function splitsViolations(line: PeriodicLine, milestonesCount: number): Violation[] {
  const customersCount = line.shares.filter(({ percent }) => percent > 0).length;
  return milestonesCount * customersCount > SCHEDULE_SPLITS_MAX ? [violation('BBL-SCH-14', {})] : [];
}

const isDifferent = (milestone: ScheduledMilestone, edit: MilestoneEdit): boolean =>
  edit.name !== milestone.name ||
  edit.amountMinor !== milestone.amountMinor ||
  edit.taxMinor !== milestone.taxMinor ||
  changedRowsCount(edit.splits) > 0;

const hasContractedAmount = ({ contractedAmountMinor }: PeriodicLine): boolean =>
  contractedAmountMinor !== null && contractedAmountMinor > 0;

const figuresOf = ({ name, date, amountMinor, taxMinor }: PeriodicEntry) => ({ name, date, amountMinor, taxMinor });

const NOTHING: MilestonesPlan = { schedule: [], created: [], changed: [], deletedIds: [] };
