import { GridMessage } from '@bbl/pcf-shared/react';
import * as React from 'react';
import type { BacklogProps } from './props';

/** What stands where rows would: loading, failed, empty. */
export function Placeholder(props: BacklogProps & { readonly onClearFilters: () => void }): React.ReactElement {
  const { isLoading, failure, filters, texts } = props;
  if (isLoading) return <GridMessage kind="loading" texts={texts} />;
  if (failure !== undefined)
    return <GridMessage kind="failed" reason={failure} onRetry={props.onRefresh} texts={texts} />;
  return <GridMessage kind="empty" isFiltered={filters.size > 0} onClearFilters={props.onClearFilters} texts={texts} />;
}
