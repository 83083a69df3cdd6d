import { ThemeProvider } from '@fluentui/react';
import * as React from 'react';
import { Backlog } from './view/Backlog';
import type { BacklogProps } from './view/props';

/** The backlog grid within the theme of the app around it. */
export function BacklogView(props: BacklogProps): React.ReactElement {
  const { fluent8Theme } = props;
  return fluent8Theme ? (
    <ThemeProvider theme={fluent8Theme} className="bbl-theme">
      <Backlog {...props} />
    </ThemeProvider>
  ) : (
    <Backlog {...props} />
  );
}
