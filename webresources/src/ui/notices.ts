import type { TextKey } from '../texts';

export const NoticeLevel = { Success: 1, Error: 2, Warning: 3, Information: 4 } as const;

/** A button on a notice. */
export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
}

/** A row, or the list of a table, that a notice offers to open. */
export interface NoticeTarget {
  readonly table: string;
  readonly id?: string;
  readonly labelKey: TextKey;
}

const SHOWN_MS = 12_000;
/** How often a notice looks whether the page under it is still the one that it speaks of. */
const LOOK_MS = 500;

let shown: Promise<string> | undefined;
let stopLooking: () => void = () => undefined;

/** Shows a bar above the page until it is cleared. */
export function addNotice(level: number, message: string, action?: NoticeAction): Promise<string> {
  return Promise.resolve(
    Xrm.App.addGlobalNotification({
      type: 2,
      level,
      message,
      showCloseButton: true,
      ...(action ? { action: { actionLabel: action.label, eventHandler: action.run } } : {}),
    }),
  );
}

/** One short notice at a time: the next one replaces it, and it goes with the page or after some seconds. */
export function showBriefly(level: number, message: string, action?: NoticeAction): void {
  const before = shown;
  stopLooking();
  const mine = (shown = (async () => {
    if (before) await takeAway(before);
    return addNotice(level, message, action && { ...action, run: () => void (clear(), action.run()) });
  })());
  const clear = (): void => {
    if (shown !== mine) return;
    stopLooking();
    shown = undefined;
    void takeAway(mine);
  };
  let page: string | undefined;
  const looking = setInterval(() => {
    // A command may leave its page by itself: it has done so by the first look.
    page ??= pageShown();
    if (pageShown() !== page) clear();
  }, LOOK_MS);
  const ending = setTimeout(clear, SHOWN_MS);
  stopLooking = () => {
    clearInterval(looking);
    clearTimeout(ending);
  };
}

/** Clears a notice. One that the user has closed, or that could not be shown, is gone already. */
const takeAway = (notice: Promise<string>): Promise<void> =>
  notice
    .then((id) => Xrm.App.clearGlobalNotification(id))
    .then(
      () => undefined,
      () => undefined,
    );

/** Which page the app shows; the client tells of no navigation, so it has to be asked. */
function pageShown(): string {
  const { input } = Xrm.Utility.getPageContext();
  const { pageType, entityName, entityId } = input as { pageType?: string; entityName?: string; entityId?: string };
  return [pageType, entityName, entityId].join(' ');
}
