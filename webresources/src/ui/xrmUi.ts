import { CallFault } from '../client/port';
import type { TextKey } from '../texts';
import { askConfirmation } from './confirmDialog';
import { askInvoiceDate } from './invoiceDialog';
import { addNotice, NoticeLevel, type NoticeTarget, showBriefly } from './notices';
import type { CommandUi, SeriesDisplay } from './port';
import { showRefused } from './refusedDialog';
import { userToday } from './today';
import { text } from './userTexts';

/** One notification that is replaced as rows get done; calls are queued because each replacement is two requests. */
function startSeries(key: TextKey): SeriesDisplay {
  let stopped = false;
  let shown: Promise<string | undefined> = Promise.resolve(undefined);
  const action = { label: text('Stop'), run: stop };

  function stop(): void {
    stopped = true;
    replace(text('Stopping'), undefined);
  }
  function replace(message: string | undefined, withAction: typeof action | undefined): void {
    shown = shown.then(async (id) => {
      const next = message === undefined ? undefined : await addNotice(NoticeLevel.Information, message, withAction);
      if (id !== undefined) await Xrm.App.clearGlobalNotification(id);
      return next;
    });
  }
  return {
    progress(done, total) {
      if (stopped) return;
      const message =
        total === undefined ? text('ProgressOpen', text(key), done) : text('Progress', text(key), done, total);
      replace(message, action);
    },
    waiting: (seconds) => replace(text('Waiting', seconds), action),
    isStopped: () => stopped,
    close: () => replace(undefined, undefined),
  };
}

async function whileBusy<T>(key: TextKey, work: () => Promise<T>): Promise<T> {
  Xrm.Utility.showProgressIndicator(text(key));
  try {
    return await work();
  } finally {
    Xrm.Utility.closeProgressIndicator();
  }
}

async function showFault(error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  await Xrm.Navigation.openErrorDialog({
    message,
    details:
      error instanceof CallFault && error.code !== '' ? `${text('FaultTitle')} (${error.code})\n${message}` : message,
  });
}

function openTarget({ table, id }: NoticeTarget): void {
  void (id === undefined
    ? Xrm.Navigation.navigateTo({ pageType: 'entitylist', entityName: table })
    : Xrm.Navigation.openForm({ entityName: table, entityId: id }));
}

/** The commands' screen inside a model-driven app. */
export const xrmUi: CommandUi = {
  text,
  whileBusy,
  startSeries,
  confirm: askConfirmation,
  askInvoiceDate,
  notifyDone: (message, open) =>
    showBriefly(NoticeLevel.Success, message, open && { label: text(open.labelKey), run: () => openTarget(open) }),
  notifyWarning: (message) => showBriefly(NoticeLevel.Warning, message),
  showRefused,
  showFault,
  nowMs: () => performance.now(),
  wait: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
  today: userToday,
};
