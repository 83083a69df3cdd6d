import * as Fluent from '@fluentui/react';
import React from 'react';
import ReactDOM from 'react-dom';
import { send } from './api/http';
import { Client } from './api/client';
import { App } from './frame/App';
import { Appearance } from './frame/appearance';
import { registerShellIcons } from './frame/icons';
import { makeOpeners } from './frame/openers';
import { StartError } from './frame/StartError';
import type { AppDescription } from './model/appDescription';
import { AppModel } from './model/appModel';
import { provideComponentFramework } from './pcf/registry';
import { ShellProvider, type Shell } from './shell';
import { Dialogs } from './state/dialogs';
import { Notifications } from './state/notifications';
import { Progress } from './state/progress';
import { RecentRecords } from './state/recent';
import { Router } from './state/router';
import { ResourceStrings } from './state/strings';
import { makeXrm } from './xrm/xrm';
import './styles/main.css';

/** Asks the host for the app and shows it. */
async function start(root: HTMLElement): Promise<void> {
  registerShellIcons();
  // Components share the page's React and Fluent: two Reacts on one page would not understand each other.
  provideComponentFramework({ React, Fluent });
  const appearance = new Appearance();
  try {
    const description = (await (await send('/host/app')).json()) as AppDescription;
    const shell = await makeShell(description, appearance);
    window.Xrm = makeXrm(shell);
    ReactDOM.render(
      <ShellProvider value={shell}>
        <App />
      </ShellProvider>,
      root,
    );
  } catch (error) {
    ReactDOM.render(<StartError error={error} theme={appearance.theme} />, root);
  }
}

async function makeShell(description: AppDescription, appearance: Appearance): Promise<Shell> {
  const model = new AppModel(description);
  const dialogs = new Dialogs();
  return {
    model,
    client: new Client((table) => model.table(table).setName),
    router: new Router(model.app.uniqueName),
    dialogs,
    notifications: new Notifications(),
    progress: new Progress(),
    recent: new RecentRecords(),
    strings: await ResourceStrings.load(model),
    appearance,
    openers: makeOpeners(model, dialogs),
  };
}

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element for the app');
void start(root);
