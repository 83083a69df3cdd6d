import { DefaultButton, MessageBar, MessageBarType, ThemeProvider, type ITheme } from '@fluentui/react';
import React from 'react';
import { messageOf } from '../api/http';

/** Stands for the app when it could not be started. */
export function StartError({ error, theme }: { error: unknown; theme: ITheme }): JSX.Element {
  return (
    <ThemeProvider theme={theme} applyTo="body">
      <main className="shell-empty" role="alert">
        <MessageBar messageBarType={MessageBarType.error} isMultiline>
          The app could not be started. {messageOf(error)}
        </MessageBar>
        <DefaultButton text="Try again" onClick={() => location.reload()} />
      </main>
    </ThemeProvider>
  );
}
