import { requestScheduleSave } from '../ui/scheduleEdits';
import { type FormContext, isExisting, rowIdOf } from './form';

/** Save, Save & Close, Save & New. Automatic saves leave edits alone that nobody has finished. */
const ASKED_FOR: readonly number[] = [1, 2, 59];

/** Saving the form saves the milestone schedule on it: to the user they are one. */
export function saveScheduleWith(form: FormContext): void {
  form.data.entity.addOnSave((context: Xrm.Events.SaveEventContext) => {
    const mode = context.getEventArgs().getSaveMode();
    if (isExisting(form) && ASKED_FOR.includes(mode)) requestScheduleSave(rowIdOf(form));
  });
}
