import { BillingMethod, LineType } from '@bbl/dataverse/generated/choices';
import { ContractLine, Milestone } from '@bbl/dataverse/generated/tables';
import { GENERATOR_PAGE } from '../pages/shown';
import type { CommandUi, Refreshable } from '../ui/port';
import type { FormRow } from './formRow';

/** What the commands on a contract line need of the app around them. */
export interface ScheduleDialogs {
  /** Saves what was edited in the line's schedule; resolves with how many changes were refused and are still unsaved. */
  saveEdits(lineId: string): Promise<number>;
  /** Opens the page that shows the schedule before it is written; resolves when it is closed, with what was written. */
  openGenerator(page: string, lineId: string, title: string): Promise<string | undefined>;
  /** Opens the quick create form of a milestone of the line; resolves when it is closed. */
  openNewMilestone(table: string, defaults: Readonly<Record<string, string>>): Promise<void>;
}

/** Kind of a line as its form holds it. */
export interface LineKindValues {
  readonly lineType: unknown;
  readonly billingMethod: unknown;
}

/** Periodic milestones belong to fixed price lines: elsewhere the commands are not shown. domain.md 4.3-1. */
export const isFixedPrice = ({ lineType, billingMethod }: LineKindValues): boolean =>
  lineType !== LineType.Product && billingMethod === BillingMethod.FixedPrice;

/** The commands Generate periodic milestones and New milestone, on a line and on its invoice schedule. */
export const scheduleCommands = (ui: CommandUi, dialogs: ScheduleDialogs) => {
  /** Saves what was edited in the schedule, when the form's row is a line. False, and said, when some was refused. */
  async function isSaved(row: FormRow | undefined): Promise<boolean> {
    if (row?.table !== ContractLine.table || (await dialogs.saveEdits(row.id)) === 0) return true;
    ui.notifyWarning(ui.text('ScheduleUnsaved'));
    return false;
  }

  /** What is on the screen is saved first, as on every form: the generator compares with what is stored. */
  async function generate(line: FormRow, shown: Refreshable): Promise<void> {
    if (!(await isSaved(line))) return;
    try {
      const done = await dialogs.openGenerator(GENERATOR_PAGE, line.id, ui.text('GenerateTitle'));
      if (done !== undefined) ui.notifyDone(done);
    } catch (error) {
      await ui.showFault(error);
    } finally {
      shown.refresh();
    }
  }

  async function newMilestone(line: FormRow, lineName: string, shown: Refreshable): Promise<void> {
    const lookup = Milestone.ContractLineId;
    try {
      await dialogs.openNewMilestone(Milestone.table, {
        [lookup]: line.id,
        [`${lookup}name`]: lineName,
        [`${lookup}type`]: ContractLine.table,
      });
    } catch (error) {
      await ui.showFault(error);
    } finally {
      shown.refresh();
    }
  }

  return { isSaved, generate, newMilestone };
};
