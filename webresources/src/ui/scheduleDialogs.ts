import { type GeneratorAnswer, type GeneratorShown } from '../pages/shown';
import type { ScheduleDialogs } from '../ribbon/generateMilestones';
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
    await Xrm.Navigation.navigateTo(
      { pageType: 'webresource', webresourceName: page, data: lineId },
      { target: 2, position: 1, width: { value: 860, unit: 'px' }, height: { value: 660, unit: 'px' }, title },
    );
    return done;
  },
  async openNewMilestone(table, defaults) {
    await Xrm.Navigation.openForm({ entityName: table, useQuickCreateForm: true }, { ...defaults });
  },
};
