import { Link } from '@fluentui/react';
import React, { useMemo } from 'react';
import { searchedColumns } from '../fetch/quickFind';
import { LOCALE } from '../format/locale';
import type { GridController } from '../grid/gridController';
import type { AppModel } from '../model/appModel';
import { useShell } from '../shell';
import { useObservable } from '../state/observable';

interface KeywordLineProps {
  readonly controller: GridController;
  readonly onSearch: (keyword: string) => void;
}

/** Before a keyword: it may stand anywhere in the text. Without it a keyword finds beginnings, as on the platform. */
const ANYWHERE = '*';

/** Says above a grid which keyword hides rows and what it finds, and offers to widen or clear it. */
export function KeywordLine({ controller, onSearch }: KeywordLineProps): JSX.Element | null {
  useObservable(controller);
  const { model } = useShell();
  const { quickFindText: keyword, isLoading, records, table } = controller;
  const columns = useMemo(() => columnsText(model, table.name), [model, table]);
  if (keyword === '') return null;
  const isAnywhere = keyword.startsWith(ANYWHERE) && keyword !== ANYWHERE;
  const text = isAnywhere ? keyword.slice(ANYWHERE.length) : keyword;
  const isEmpty = !isLoading && records.length === 0;
  return (
    <div className="shell-keyword" role="status">
      <span>
        {isEmpty ? 'No' : 'Only'} {table.displayCollectionName} whose {columns}{' '}
        {isAnywhere ? 'contains' : 'begins with'} <strong>“{text}”</strong>
      </span>
      {!isAnywhere && <Link onClick={() => onSearch(ANYWHERE + keyword)}>Find it anywhere ({ANYWHERE + keyword})</Link>}
      <Link onClick={() => onSearch('')}>Clear keyword</Link>
    </div>
  );
}

/** `Name, Number or Customer`: what the table's quick find view searches. */
function columnsText(model: AppModel, table: string): string {
  const view = model.quickFindView(table);
  const names = view
    ? searchedColumns(view.fetchXml).flatMap((name) => model.column(table, name)?.displayName ?? [])
    : [];
  return new Intl.ListFormat(LOCALE, { type: 'disjunction' }).format(names.length > 0 ? names : ['text']);
}
