import type { ScheduleDialogs } from '../ribbon/generateMilestones';

/** The dialogs of the schedule commands inside a model-driven app. */
export const scheduleDialogs: ScheduleDialogs = {
  async openGenerator(page, lineId, title) {
    await Xrm.Navigation.navigateTo(
      { pageType: 'webresource', webresourceName: page, data: lineId },
      { target: 2, position: 1, width: { value: 860, unit: 'px' }, height: { value: 660, unit: 'px' }, title },
    );
  },
  async openNewMilestone(table, defaults) {
    await Xrm.Navigation.openForm({ entityName: table, useQuickCreateForm: true }, { ...defaults });
  },
};
