import { type GeneratorAnswer, type GeneratorShown } from '../pages/shown';
import type { ScheduleDialogs } from '../ribbon/generateMilestones';
import { openPageDialog } from './pageDialog';
import { saveScheduleEdits } from './scheduleEdits';
import { linkPage } from './tabChannel';

/** The dialogs of the schedule commands inside a model-driven app. */
export const scheduleDialogs: ScheduleDialogs = {
  saveEdits: saveScheduleEdits,
  async openGenerator(page, lineId, title) {
    let done: string | undefined;
    const link = linkPage<GeneratorShown, GeneratorAnswer>(page, ({ text }) => {
      done = text;
      // The page closes itself when it sees that its answer has arrived.
      link.show({ isAnswered: true });
    });
    await openPageDialog({ page, title, widthPx: 860, heightPx: 660, data: lineId }, link);
    return done;
  },
  async openNewMilestone(table, defaults) {
    await Xrm.Navigation.openForm({ entityName: table, useQuickCreateForm: true }, { ...defaults });
  },
};
