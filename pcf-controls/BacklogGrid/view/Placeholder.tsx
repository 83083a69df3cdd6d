import { GridMessage } from '@bbl/pcf-shared/react';
import * as React from 'react';
import type { BacklogProps } from './props';

/** What stands where rows would: loading, failed, hidden by named filters, or what belongs here. */
export function Placeholder(props: BacklogProps & { readonly onClearFilters: () => void }): React.ReactElement {
  const { isLoading, failure, columns, filters, texts } = props;
  if (isLoading) return <GridMessage kind="loading" texts={texts} />;
  if (failure !== undefined)
    return <GridMessage kind="failed" reason={failure} onRetry={props.onRefresh} texts={texts} />;
  const filtered = columns.filter(({ key }) => filters.has(key)).map(({ title }) => title);
  return filtered.length > 0 ? (
    <GridMessage
      kind="empty"
      lines={[texts('Grid_EmptyFiltered', filtered.join(', '))]}
      onClearFilters={props.onClearFilters}
      texts={texts}
    />
  ) : (
    <GridMessage kind="empty" lines={props.emptyLines} onClearFilters={undefined} texts={texts} />
  );
}
