import type { Field } from '../words';
import { type ExistingMilestone, hasBillingActivity, isOpenMilestone } from './milestone';

/** What decides which columns of a milestone its billing has locked. `progress` null: completed milestones. */
export type LockingFacts = Pick<ExistingMilestone, 'headerStatus'> & {
  readonly progress: ExistingMilestone['progress'] | boolean;
  readonly splits: readonly Pick<ExistingMilestone['splits'][number], 'billingStatus' | 'wasInvoiced'>[];
};

/** Completed milestones: while no split has billing activity. Progress-based: until Completed. domain.md 2.5-3. */
export const isDateFree = (milestone: LockingFacts): boolean =>
  milestone.progress ? milestone.headerStatus !== 'Completed' : !milestone.splits.some(hasBillingActivity);

/** Completed milestones: while no split has billing activity. Progress-based: while open. domain.md 2.5-3. */
export const isAmountFree = (milestone: LockingFacts): boolean =>
  milestone.progress ? isOpenMilestone(milestone) : !milestone.splits.some(hasBillingActivity);

/** The columns that cannot be changed any more; a form shows them read-only, the server refuses them with MST-04. domain.md 2.5-3. */
export function lockedMilestoneFields(milestone: LockingFacts): readonly Extract<Field, 'date' | 'amount' | 'tax'>[] {
  return [
    ...(isDateFree(milestone) ? [] : (['date'] as const)),
    ...(isAmountFree(milestone) ? [] : (['amount', 'tax'] as const)),
  ];
}
