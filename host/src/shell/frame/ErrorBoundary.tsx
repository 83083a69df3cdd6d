import { DefaultButton, MessageBar, MessageBarType } from '@fluentui/react';
import React, { type ReactNode } from 'react';
import { messageOf } from '../api/http';

/** Shows what went wrong in one part of the page, so that the rest stays usable. */
export class ErrorBoundary extends React.Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <div className="shell-empty" role="alert">
        <MessageBar messageBarType={MessageBarType.error} isMultiline>
          This part of the page failed: {messageOf(error)}
        </MessageBar>
        <DefaultButton text="Try again" onClick={() => this.setState({ error: undefined })} />
      </div>
    );
  }
}
