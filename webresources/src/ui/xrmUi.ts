import { CallFault } from '../client/port';
import { fill, TEXTS, type TextKey } from '../texts';
import type { CommandUi, RefusedRow, SeriesDisplay } from './port';
import { RESULTS_PAGE, type ResultsDocument } from './results';
import { linkPage } from './tabChannel';
import { userToday } from './today';

const RESX = 'bbl_/strings/messages';
const Level = { Success: 1, Error: 2, Warning: 3, Information: 4 } as const;
const DONE_SHOWN_MS = 12_000;

/** A text in the user's language; the bundled one where the resource is missing. */
function text(key: TextKey, ...args: readonly (string | number)[]): string {
  return fill(resource(key) ?? TEXTS[key], args);
}

function resource(key: TextKey): string | undefined {
  try {
    return Xrm.Utility.getResourceString(RESX, key) || undefined;
  } catch {
    return undefined; // Not loaded yet or not translated: the bundled text serves.
  }
}

function notify(level: number, message: string, action?: Xrm.App.Action): Promise<string> {
  return Promise.resolve(
    Xrm.App.addGlobalNotification({ type: 2, level, message, showCloseButton: true, ...(action ? { action } : {}) }),
  );
}

function notifyBriefly(level: number, message: string, action?: Xrm.App.Action): void {
  void notify(level, message, action).then((id) =>
    setTimeout(() => void Xrm.App.clearGlobalNotification(id), DONE_SHOWN_MS),
  );
}

/** One notification that is replaced as rows get done; calls are queued because each replacement is two requests. */
function startSeries(key: TextKey): SeriesDisplay {
  let stopped = false;
  let shown: Promise<string | undefined> = Promise.resolve(undefined);
  const action: Xrm.App.Action = { actionLabel: text('Stop'), eventHandler: stop };

  function stop(): void {
    stopped = true;
    replace(text('Stopping'), undefined);
  }
  function replace(message: string | undefined, withAction: Xrm.App.Action | undefined): void {
    shown = shown.then(async (id) => {
      const next = message === undefined ? undefined : await notify(Level.Information, message, withAction);
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

async function showRefused(rows: readonly RefusedRow[]): Promise<void> {
  const title = rows.length === 1 ? text('RefusedOne') : text('RefusedTitle', rows.length);
  const page: ResultsDocument = {
    intro: text('RefusedIntro'),
    columns: [text('ColumnRow'), text('ColumnReason'), text('ColumnCode')],
    more: text('MoreRows', '{0}'),
    rows: rows.map(({ name, result }) => ({
      name,
      code: result.code ?? '',
      reason: withoutCode(result.message ?? '', result.code),
    })),
  };
  linkPage<ResultsDocument>(RESULTS_PAGE).show(page);
  await Xrm.Navigation.navigateTo(
    { pageType: 'webresource', webresourceName: RESULTS_PAGE },
    { target: 2, position: 1, width: { value: 640, unit: 'px' }, height: { value: 480, unit: 'px' }, title },
  );
}

/** `BBL-MST-02: sentence` → `sentence`: the code has a column of its own. */
function withoutCode(message: string, code: string | undefined): string {
  return code !== undefined && message.startsWith(`${code}: `) ? message.slice(code.length + 2) : message;
}

async function showFault(error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  await Xrm.Navigation.openErrorDialog({
    message,
    details:
      error instanceof CallFault && error.code !== '' ? `${text('FaultTitle')} (${error.code})\n${message}` : message,
  });
}

/** The commands' screen inside a model-driven app. */
export const xrmUi: CommandUi = {
  text,
  whileBusy,
  startSeries,
  async confirm(titleKey, message, buttonKey) {
    const answer = await Xrm.Navigation.openConfirmDialog(
      {
        title: text(titleKey),
        text: message,
        confirmButtonLabel: text(buttonKey),
        cancelButtonLabel: text('CancelButton'),
      },
      { width: 480, height: 220 },
    );
    return answer.confirmed;
  },
  notifyDone(message, open) {
    const action = open && {
      actionLabel: text(open.labelKey),
      eventHandler: () => void Xrm.Navigation.openForm({ entityName: open.table, entityId: open.id }),
    };
    notifyBriefly(Level.Success, message, action);
  },
  notifyWarning: (message) => notifyBriefly(Level.Warning, message),
  showRefused,
  showFault,
  nowMs: () => performance.now(),
  wait: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
  today: userToday,
};
