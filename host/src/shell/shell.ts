import { createContext, useContext } from 'react';
import type { Client } from './api/client';
import type { LookupRef } from './api/rows';
import type { AppModel } from './model/appModel';
import type { FormDefaults, Page } from './model/pageUrl';
import type { Dialogs, Size } from './state/dialogs';
import type { Notifications } from './state/notifications';
import type { Progress } from './state/progress';
import type { RecentRecords } from './state/recent';
import type { Router } from './state/router';
import type { ResourceStrings } from './state/strings';
import type { Appearance } from './frame/appearance';

/** Things that open in front of the page. */
export interface Openers {
  /** The quick create form; resolves with the new row, undefined where it was dismissed. */
  readonly quickCreate: (table: string, defaults: FormDefaults) => Promise<LookupRef | undefined>;
  /** A list to choose one row from. */
  readonly lookup: (table: string, viewId?: string, filterXml?: readonly string[]) => Promise<LookupRef | undefined>;
  /** A page as a dialog; resolves with what it returned. */
  readonly dialog: (
    page: Page,
    options: {
      readonly isSide: boolean;
      readonly width: Size | undefined;
      readonly height: Size | undefined;
      readonly title?: string;
    },
  ) => Promise<unknown>;
}

/** The parts that everything on the page shares. */
export interface Shell {
  readonly model: AppModel;
  readonly client: Client;
  readonly router: Router;
  readonly dialogs: Dialogs;
  readonly notifications: Notifications;
  readonly progress: Progress;
  readonly recent: RecentRecords;
  readonly strings: ResourceStrings;
  readonly appearance: Appearance;
  readonly openers: Openers;
}

const ShellContext = createContext<Shell | undefined>(undefined);

export const ShellProvider = ShellContext.Provider;

/** The shell around the calling component. */
export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (!shell) throw new Error('There is no shell around this component');
  return shell;
}
