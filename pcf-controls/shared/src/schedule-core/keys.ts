/** A key as the schedule sees it: `isCtrl` is the Command key on a Mac. */
export interface ScheduleKey {
  readonly key: string;
  readonly isCtrl: boolean;
  readonly isShift: boolean;
  readonly isAlt: boolean;
}

/** What a key asks of the schedule; moving about the cells is the grid's. */
export type ScheduleCommand =
  | { readonly kind: 'shift'; readonly days: number }
  | { readonly kind: 'edit' }
  /** A character that begins the new content. */
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'expand'; readonly isExpanded: boolean }
  | { readonly kind: 'select' }
  | { readonly kind: 'selectAll' }
  | { readonly kind: 'add' }
  | { readonly kind: 'remove' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  | { readonly kind: 'save' };

const WEEK_DAYS = 7;

/** The command of a key on a cell; undefined when it is none. In right-to-left the later date lies on the left. */
export function scheduleCommandOf(press: ScheduleKey, isRightToLeft: boolean): ScheduleCommand | undefined {
  const { key, isCtrl, isShift, isAlt } = press;
  if (isAlt) return isCtrl ? undefined : altCommand(key, isShift, isRightToLeft);
  if (isCtrl) return ctrlCommand(key.toLowerCase(), isShift);
  if (key === 'Enter' || key === 'F2') return { kind: 'edit' };
  if (key === 'Delete') return { kind: 'remove' };
  if (key === 'Insert') return { kind: 'add' };
  if (key === ' ') return { kind: 'select' };
  return key.length === 1 ? { kind: 'type', text: key } : undefined;
}

function altCommand(key: string, isShift: boolean, isRightToLeft: boolean): ScheduleCommand | undefined {
  if (key === 'ArrowDown' || key === 'ArrowUp') return { kind: 'expand', isExpanded: key === 'ArrowDown' };
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const days = isShift ? WEEK_DAYS : 1;
  return { kind: 'shift', days: (key === 'ArrowRight') === isRightToLeft ? -days : days };
}

function ctrlCommand(key: string, isShift: boolean): ScheduleCommand | undefined {
  if (key === 'z') return { kind: isShift ? 'redo' : 'undo' };
  if (key === 'y') return { kind: 'redo' };
  if (key === 'a') return { kind: 'selectAll' };
  return key === 'enter' || key === 's' ? { kind: 'save' } : undefined;
}
