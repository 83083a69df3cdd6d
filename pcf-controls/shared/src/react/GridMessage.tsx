import { DefaultButton, Spinner } from '@fluentui/react';
import * as React from 'react';
import type { Texts } from './texts';

export type GridMessageProps = { readonly texts: Texts } & (
  | { readonly kind: 'loading' }
  | { readonly kind: 'empty'; readonly lines: readonly string[]; readonly onClearFilters: (() => void) | undefined }
  | { readonly kind: 'failed'; readonly reason: string; readonly onRetry: () => void }
);

/** What stands in place of rows while there are none. */
export function GridMessage(props: GridMessageProps): React.ReactElement {
  const { texts } = props;
  switch (props.kind) {
    case 'loading':
      return (
        <div className="bbl-message" role="status">
          <Spinner label={texts('Grid_Loading')} />
        </div>
      );
    case 'empty':
      return (
        <div className="bbl-message" role="status">
          {props.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {props.onClearFilters && (
            <DefaultButton onClick={props.onClearFilters}>{texts('Grid_ClearFilters')}</DefaultButton>
          )}
        </div>
      );
    case 'failed':
      return (
        <div className="bbl-message bbl-failed" role="alert">
          <p>
            {texts('Grid_Failed')} {props.reason}
          </p>
          <DefaultButton onClick={props.onRetry}>{texts('Grid_Retry')}</DefaultButton>
        </div>
      );
  }
}
