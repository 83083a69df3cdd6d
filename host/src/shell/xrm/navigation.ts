import { bareId } from '../api/rows';
import type { FormDefaults, Page } from '../model/pageUrl';
import type { Shell } from '../shell';
import type { Size } from '../state/dialogs';
import { readDefaults, type ClientReference } from './formParameters';
import { strict } from './strict';

export interface ConfirmStrings {
  readonly title?: string;
  readonly subtitle?: string;
  readonly text: string;
  readonly confirmButtonLabel?: string;
  readonly cancelButtonLabel?: string;
}

export interface DialogOptions {
  readonly width?: number;
  readonly height?: number;
}

export interface FormOptions {
  readonly entityName: string;
  readonly entityId?: string;
  readonly formId?: string;
  readonly useQuickCreateForm?: boolean;
  readonly openInNewWindow?: boolean;
  readonly createFromEntity?: ClientReference;
}

export interface PageInput {
  readonly pageType: string;
  readonly entityName?: string;
  readonly entityId?: string;
  readonly formId?: string;
  readonly viewId?: string;
  readonly webresourceName?: string;
  readonly data?: unknown;
  readonly createFromEntity?: ClientReference;
}

export interface NavigationOptions {
  /** 1 in the page, 2 as a dialog */
  readonly target?: 1 | 2;
  /** 1 in the centre, 2 on the far side */
  readonly position?: 1 | 2;
  readonly width?: number | Size;
  readonly height?: number | Size;
  readonly title?: string;
}

/** `Xrm.Navigation`. */
export function makeNavigation(shell: Shell) {
  return strict('Xrm.Navigation', {
    openAlertDialog: (strings: ConfirmStrings, options: DialogOptions = {}) => openAlert(shell, strings, options),
    openConfirmDialog: (strings: ConfirmStrings, options: DialogOptions = {}) => openConfirm(shell, strings, options),
    openErrorDialog: (options: { message?: string; details?: string; errorCode?: number }) =>
      shell.dialogs.error('Error', options.message ?? errorCodeText(options.errorCode), options.details),
    openForm: (options: FormOptions, parameters: Record<string, unknown> = {}) => openForm(shell, options, parameters),
    openUrl: (url: string) => void window.open(url, '_blank', 'noopener'),
    openWebResource: (name: string, options?: { openInNewWindow?: boolean }, data?: string) => {
      const page: Page = { kind: 'webresource', name, ...(data === undefined ? {} : { data }) };
      if (options?.openInNewWindow) window.open(shell.router.href(page), '_blank', 'noopener');
      else void shell.router.open(page);
    },
    navigateTo: (input: PageInput, options: NavigationOptions = {}) => navigateTo(shell, input, options),
  });
}

const errorCodeText = (errorCode: number | undefined): string =>
  errorCode === undefined ? 'Something went wrong.' : `Something went wrong (error code ${errorCode}).`;

async function openAlert(shell: Shell, strings: ConfirmStrings, { width }: DialogOptions): Promise<void> {
  await shell.dialogs.open({
    kind: 'message',
    title: strings.title ?? shell.model.app.title,
    text: strings.text,
    confirmLabel: strings.confirmButtonLabel ?? 'OK',
    isError: false,
    ...(width === undefined ? {} : { widthPx: width }),
  });
}

async function openConfirm(
  shell: Shell,
  strings: ConfirmStrings,
  { width }: DialogOptions,
): Promise<{ confirmed: boolean }> {
  const answer = await shell.dialogs.open({
    kind: 'message',
    title: strings.title ?? 'Confirmation',
    text: strings.text,
    confirmLabel: strings.confirmButtonLabel ?? 'OK',
    cancelLabel: strings.cancelButtonLabel ?? 'Cancel',
    isError: false,
    ...(strings.subtitle === undefined ? {} : { subtitle: strings.subtitle }),
    ...(width === undefined ? {} : { widthPx: width }),
  });
  return { confirmed: answer === true };
}

async function openForm(shell: Shell, options: FormOptions, parameters: Record<string, unknown>) {
  const defaults = readDefaults(shell.model, options.entityName, parameters, options.createFromEntity);
  if (options.useQuickCreateForm) {
    const saved = await shell.openers.quickCreate(options.entityName, defaults);
    return { savedEntityReference: saved ? [{ id: saved.id, name: saved.name, entityType: saved.table }] : [] };
  }
  const page = recordPage(options.entityName, options, defaults);
  if (options.openInNewWindow) window.open(shell.router.href(page), '_blank', 'noopener');
  else await shell.router.open(page);
  return { savedEntityReference: [] };
}

async function navigateTo(shell: Shell, input: PageInput, options: NavigationOptions): Promise<unknown> {
  const page = toPage(shell, input);
  if (options.target !== 2) {
    await shell.router.open(page);
    return undefined;
  }
  return shell.openers.dialog(page, {
    isSide: options.position === 2,
    width: toSize(options.width),
    height: toSize(options.height),
    ...(options.title === undefined ? {} : { title: options.title }),
  });
}

function toPage(shell: Shell, input: PageInput): Page {
  const table = input.entityName ?? '';
  switch (input.pageType) {
    case 'entitylist':
      return { kind: 'list', table, ...(input.viewId ? { viewId: bareId(input.viewId) } : {}) };
    case 'entityrecord': {
      const parameters = (input.data ?? {}) as Record<string, unknown>;
      return recordPage(table, input, readDefaults(shell.model, table, parameters, input.createFromEntity));
    }
    case 'webresource': {
      const name = input.webresourceName ?? '';
      return { kind: 'webresource', name, ...(input.data === undefined ? {} : { data: String(input.data) }) };
    }
    default:
      throw new Error(`Xrm.Navigation.navigateTo of ${input.pageType} is not implemented by the local host`);
  }
}

function recordPage(table: string, source: { entityId?: string; formId?: string }, defaults: FormDefaults): Page {
  return {
    kind: 'record',
    table,
    ...(source.entityId ? { id: bareId(source.entityId) } : { defaults }),
    ...(source.formId ? { formId: bareId(source.formId) } : {}),
  };
}

function toSize(size: number | Size | undefined): Size | undefined {
  return typeof size === 'number' ? { value: size, unit: 'px' } : size;
}
